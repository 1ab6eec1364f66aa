import { edfLabels } from '../edf/edf-layout.js';
import type { Annotation, RecordingInfo } from '../recording.js';

/** An electrode contact, as `_electrodes.tsv` describes it. */
export interface BidsElectrode {
  readonly name: string;
  /** Position in mm: x and y across the limb, z along it. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A channel, as `_channels.tsv` describes it beyond its name. */
export interface BidsChannel {
  /** Muscle below the electrode. */
  readonly muscle?: string;
  /** Contact at the amplifier's positive input, by its name among the electrodes. */
  readonly signalElectrode?: string;
  /** Contact at its negative input, or what stands for it. */
  readonly reference?: string;
}

export interface BidsDescription {
  readonly datasetName?: string;
  readonly authors?: readonly string[];
  readonly license?: string;
  readonly taskDescription?: string;
  readonly instructions?: string;
  /** 50, 60 or `n/a`. */
  readonly powerLineHz?: number;
  /** Reference of all channels; `ChannelSpecific` where the channels name their own. */
  readonly reference?: string;
  readonly placement?: string;
  readonly electrodeType?: string;
  readonly interElectrodeMm?: number;
  readonly channels?: readonly BidsChannel[];
  readonly electrodes?: readonly BidsElectrode[];
}

const missing = 'n/a';

/** Tab-separated table; empty cells become `n/a`, tabs and line ends become spaces. */
export function tsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const cell = (value: string | number | undefined): string =>
    value === undefined || value === '' ? missing : String(value).replace(/[\t\r\n]+/g, ' ');
  return [header, ...rows].map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

const generatedBy = [
  { Name: 'Myodesis', Description: 'Simulated EMG of muscles reattached after amputation' },
];

/** `dataset_description.json` of the recordings. */
export function datasetDescription({ datasetName, authors, license }: BidsDescription): object {
  return {
    Name: datasetName ?? 'Simulated EMG',
    BIDSVersion: '1.11.0',
    DatasetType: 'raw',
    ...(license !== undefined && { License: license }),
    ...(authors && { Authors: authors }),
    GeneratedBy: generatedBy,
  };
}

/** `dataset_description.json` of the truth, which BIDS counts among the derivatives. */
export function truthDescription({ datasetName, license }: BidsDescription): object {
  return {
    Name: `${datasetName ?? 'Simulated EMG'}: what was intended and which motor units discharged`,
    BIDSVersion: '1.11.0',
    DatasetType: 'derivative',
    ...(license !== undefined && { License: license }),
    GeneratedBy: generatedBy,
  };
}

/** `README` of a dataset that is begun. */
export const readme = `EMG simulated by Myodesis. No person was recorded: every signal is the sum of the action potentials of
simulated motor units, so the truth is known.

- sub-<label>/emg: the signals (BDF+ or EDF+), their channels, electrodes and events
- derivatives/truth: what was intended and every discharge of every motor unit, where it was kept
- sourcedata: the scenario each signal was made from; the same scenario and seed give the same bits
`;

/** `_emg.json`: the required fields of EMG-BIDS 1.11 and the recommended ones that are known. */
export function emgSidecar(
  info: RecordingInfo,
  task: string,
  description: BidsDescription,
  { seconds, broken }: { readonly seconds?: number | undefined; readonly broken: boolean },
): object {
  const {
    taskDescription,
    instructions,
    powerLineHz,
    reference,
    placement,
    electrodeType,
    interElectrodeMm,
    electrodes,
    channels = [],
  } = description;
  const specific = channels.some((channel) => channel.reference !== undefined);
  return {
    TaskName: task,
    ...(taskDescription !== undefined && { TaskDescription: taskDescription }),
    ...(instructions !== undefined && { Instructions: instructions }),
    Manufacturer: 'Myodesis (simulated)',
    EMGPlacementScheme: electrodes ? 'Measured' : 'Other',
    EMGPlacementSchemeDescription:
      placement ?? 'Electrodes are placed over the reattached muscles of a simulated limb.',
    EMGReference: reference ?? (specific ? 'ChannelSpecific' : missing),
    EMGGround: missing,
    SamplingFrequency: info.sampleRateHz,
    PowerLineFrequency: powerLineHz ?? missing,
    SoftwareFilters: missing,
    HardwareFilters: missing,
    EMGChannelCount: info.channelNames.length,
    RecordingType: broken ? 'discontinuous' : 'continuous',
    ...(seconds !== undefined && { RecordingDuration: seconds }),
    ...(electrodeType !== undefined && { ElectrodeType: electrodeType }),
    ...(interElectrodeMm !== undefined && { InterelectrodeDistance: interElectrodeMm }),
  };
}

/** Names are the labels of the EDF/BDF file, so that readers can join the two. */
export function channelsTable(info: RecordingInfo, channels: readonly BidsChannel[] = []): string {
  const header = ['name', 'type', 'units', 'signal_electrode', 'reference', 'target_muscle', 'status'];
  return tsv(
    header,
    edfLabels(info.channelNames).map((label, c) => {
      const { signalElectrode, reference, muscle } = channels[c] ?? {};
      return [label, 'EMG', 'uV', signalElectrode ?? info.channelNames[c], reference, muscle, 'good'];
    }),
  );
}

export function electrodesTable(electrodes: readonly BidsElectrode[]): string {
  return tsv(
    ['name', 'x', 'y', 'z', 'coordinate_system'],
    electrodes.map(({ name, x, y, z }) => [name, ...[x, y, z].map((mm) => Number(mm.toFixed(3))), space]),
  );
}

/** Label of the coordinate system: `_electrodes.tsv` names it, and `_space-<label>_coordsystem.json` describes it. */
export const space = 'limb';

/** `_space-limb_coordsystem.json`. */
export function coordinateSystem(): object {
  return {
    EMGCoordinateSystem: 'Other',
    EMGCoordinateUnits: 'mm',
    EMGCoordinateSystemDescription:
      "Origin on the limb's axis at the level of the electrodes; x towards the front, y a quarter turn around the limb from it, in the direction in which the scenario counts angles; z along the limb, distal positive.",
  };
}

/** `_events.json`: what the columns of `_events.tsv` are. */
export function eventsDescription(): object {
  return {
    onset: { Description: 'Begin of the event, from the first sample on.', Units: 's' },
    duration: { Description: 'How long a movement lasts; 0 for what has no length.', Units: 's' },
    trial_type: {
      LongName: 'Movement or artefact',
      Description: 'Movement that the person intends from here on, or the artefact that begins here.',
    },
    sample: { Description: 'Begin of the event as the number of the sample, counted from 0.' },
  };
}

/** `_events.tsv`; an event that names a movement lasts until the next that does, `n/a` while it runs. */
export function eventsTable(
  events: readonly Annotation[],
  rate: number,
  isState: (text: string) => boolean,
  length?: number,
): string {
  const sorted = [...events].sort((a, b) => a.index - b.index);
  const rows: (string | number | undefined)[][] = [];
  let next = length;
  // Backwards, so that each state knows where the next begins.
  for (const { index, text } of sorted.reverse()) {
    const state = isState(text);
    const duration = !state ? 0 : next === undefined ? undefined : seconds(next - index, rate);
    if (state) next = index;
    rows.push([seconds(index, rate), duration, text, index]);
  }
  rows.reverse();
  return tsv(['onset', 'duration', 'trial_type', 'sample'], rows);
}

const seconds = (samples: number, rate: number): number => Number((samples / rate).toFixed(6));
