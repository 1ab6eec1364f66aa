import type { TrainingRecording } from '../../src/decoder/training/training-windows.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import { chooseSegments } from '../recordings/chosen-segments.js';
import { dataSummary, type DataSummary } from '../recordings/data-summary.js';
import type { FolderOptions } from '../recordings/folder/read-folder.js';
import { readLabelled } from '../recordings/read-labelled.js';
import { defaultUnitScale, type LabelledRecordings, type LabelledSegment } from '../recordings/recording.js';
import { folderOptions, type DataFlags } from './data-flags.js';

/** Rate of a Myo armband, whose recordings do not state it. */
const ARMBAND_HZ = 200;

/** Labelled recordings as a command asked for them, with what is told before any number. */
export interface LabelledData extends LabelledRecordings {
  /** Volts per number of the file: its own unit, else the one given, else µV. */
  readonly unitVolts: number;
  readonly summary: DataSummary;
}

/**
 * Read labelled recordings as the flags of a command say: a folder of them, or one with labels within.
 *
 * The sampling rate is, in this order: the one given; `sample_rate_hz` of the folder's
 * `collection_details.json`; that of the recording; 200 Hz where the data are those of a Myo armband, which
 * are recognised by eight channels of whole numbers within ±128. Else it must be given.
 *
 * @throws StreamError where nothing matches, a file cannot be read, or the rate is not known
 */
export async function readLabelledData(path: string, flags: DataFlags): Promise<LabelledData> {
  const options = folderOptions(flags);
  try {
    return chosen(await readLabelled(path, options), flags);
  } catch (error) {
    if (flags.rate !== undefined || !(error instanceof StreamError)) throw error;
    const armband = await readArmband(path, options);
    if (armband) return chosen(armband, flags);
    if (!/sampling rate/.test(error.message + error.hint)) throw error;
    throw new StreamError(error.message, {
      hint: 'Give the sampling rate, such as --rate 1000.',
      cause: error,
    });
  }
}

/** One half of data that were divided by whoever made them, with a note; all of them where they were not. */
export function halfOf(data: LabelledData, half: 'train' | 'test'): LabelledData {
  const segments = data.segments.filter(({ part }) => part === half);
  if (segments.length === 0 || segments.length === data.segments.length) return data;
  const left = data.segments.length - segments.length;
  const leftOut = [...data.summary.leftOut, `${left} recordings that are not in ${half}`];
  const purpose = half === 'train' ? 'learned from' : 'tested on';
  const note = `The data are divided into train and test: only the ${segments.length} recordings of ${half} are ${purpose}.`;
  return { ...data, segments, notes: [...data.notes, note], summary: dataSummary(segments, leftOut) };
}

/** What is said where the halves of divided data are taken together; `undefined` where they were not divided. */
export function halvesNote(name: string, segments: readonly LabelledSegment[]): string | undefined {
  const [train, test] = (['train', 'test'] as const).map(
    (half) => segments.filter(({ part }) => part === half).length,
  );
  if (train === 0 || test === 0) return undefined;
  return `${name} is divided into train and test: the ${train} recordings of train and the ${test} of test are taken together.`;
}

/** Segments as training takes them: a repetition of one trial is not that of another. */
export function trainingRecordings(segments: readonly LabelledSegment[]): TrainingRecording[] {
  const keys = [...new Set(segments.map(repetitionKey))];
  return segments.map((segment) => ({
    label: segment.label,
    repetition: keys.indexOf(repetitionKey(segment)),
    signal: segment.signal,
  }));
}

function repetitionKey({ subject = '', trial, repetition }: LabelledSegment): string {
  return JSON.stringify([subject, trial, repetition]);
}

async function readArmband(path: string, options: FolderOptions): Promise<LabelledRecordings | undefined> {
  let read: LabelledRecordings;
  try {
    read = await readLabelled(path, { ...options, sampleRateHz: ARMBAND_HZ });
  } catch {
    return undefined; // The first attempt has the better error.
  }
  const step = options.unitScale ?? defaultUnitScale;
  const fits = read.segments.every(
    ({ signal }) => signal.channels === 8 && signal.data.every((volts) => isArmbandValue(volts / step)),
  );
  if (!fits) return undefined;
  const note =
    `The rate is not stated; eight channels of whole numbers within ±128 are those of a Myo armband: ` +
    `${ARMBAND_HZ} Hz. Say otherwise with --rate.`;
  return { ...read, notes: [note, ...read.notes] };
}

function isArmbandValue(value: number): boolean {
  return Math.abs(value) < 128.5 && Math.abs(value - Math.round(value)) < 1e-3;
}

function chosen(read: LabelledRecordings, flags: DataFlags): LabelledData {
  const { segments: all, sampleRateHz, channelNames, notes } = read;
  const unitVolts = read.unitVolts ?? flags.unit ?? defaultUnitScale;
  const { segments, leftOut } = chooseSegments(all, flags);
  return { segments, sampleRateHz, channelNames, unitVolts, notes, summary: dataSummary(segments, leftOut) };
}
