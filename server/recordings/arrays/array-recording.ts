import { StreamError } from '../../../src/ground/signal/errors.js';
import { counted } from '../../../src/ground/signal/counted.js';
import { ClockReader, RowIndex, type Clock, type Gap } from '../clock.js';
import { columnName, secondsPerUnit } from '../column-name.js';
import { columnRole } from '../column-role.js';
import { labelsWithin } from '../edge-labels.js';
import { limits } from '../limits.js';
import {
  defaultUnitScale,
  type Annotation,
  type ReadOptions,
  type Recording,
  type RecordingInfo,
} from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { ArrayFacts } from './array-facts.js';
import { labelsBeside } from './array-labels.js';
import {
  called,
  groupOf,
  isRow,
  listed,
  shortName,
  sizeOf,
  type ArrayFile,
  type NamedArray,
} from './named-array.js';
import { pickSignal } from './pick-signal.js';
import { signalView, viewBlocks, type SignalView } from './signal-view.js';

/** What a format knows beside what the names of arrays tell. */
export interface KnownBeside {
  /** What a file of ours says of itself; its numbers are volts. */
  readonly info?: RecordingInfo;
  readonly annotations?: readonly Annotation[];
  /** Where samples are missing, in a file of ours. */
  readonly gaps?: readonly Gap[];
  /** Arrays that need no mention where they are not the signal. */
  readonly silent?: (array: NamedArray) => boolean;
}

/**
 * A file of named arrays as a recording: the signal is found by name or as the only one that could be it; rate, unit,
 * names of channels, time stamps, labels of samples and annotations from what stands beside it. What is assumed or
 * passed over becomes a note.
 *
 * @throws StreamError when no array, or more than one, could be the signal, or nothing says the sampling rate
 */
export async function readArrayFile(
  file: ArrayFile & KnownBeside,
  options: ReadOptions = {},
): Promise<Recording> {
  const { info, silent = () => false } = file;
  const signal = pickSignal(file, options.variable);
  const title = signal.name === '' ? file.path : `${file.path}: ${signal.name}`;
  const facts = new ArrayFacts(file, signal);
  const names = info?.channelNames ?? (await facts.channels());
  const view = signalView(signal, title, names.length);
  const notes = [...(file.notes ?? []), ...view.notes];
  const { sampleRateHz, gaps } = await clockOf(file, facts, view, options, notes);
  const scale = options.unitScale ?? (info ? 1 : await scaleOf(facts, signal, notes));
  const length = new RowIndex(gaps).of(view.samples);
  const row = new RowIndex(gaps);
  const annotations = labelsWithin(
    [...(file.annotations ?? [])]
      .sort((a, b) => a.index - b.index)
      .map((annotation) => ({ ...annotation, index: row.of(annotation.index) })),
    length,
    notes,
  );
  const told = file.arrays.filter((array) => !silent(array));
  const labels = await labelsBeside(told, view, gaps, facts.used);
  notes.push(...labels.notes);
  const passedOver = told.filter((array) => !facts.used.has(array) && sizeOf(array) > 0);
  if (passedOver.length > 0)
    notes.push(
      `Beside ${signal.name} the file holds ${listed(passedOver)}; ${passedOver.length === 1 ? 'that was' : 'those were'} passed over.`,
    );
  const segments = labels.segments.length > 0 ? labels.segments : segmentsOfAnnotations(annotations, length);
  const startedAt = facts.startedAt();
  return {
    info: {
      ...(startedAt && { startedAt }),
      ...info,
      sampleRateHz,
      channelNames:
        names.length === view.channels
          ? names
          : Array.from({ length: view.channels }, (_, c) => `ch${c + 1}`),
      unit: 'V',
      unitVolts: scale,
      ...(notes.length > 0 && { notes }),
    },
    annotations,
    ...(segments.length > 0 && { segments }),
    blocks: () => viewBlocks(view, sampleRateHz, scale, gaps),
  };
}

type Timing = Pick<Clock, 'sampleRateHz' | 'gaps'>;

/** The rate, from what was given, what the file states, or its time stamps; gaps from the stamps, where it has any. */
async function clockOf(
  file: ArrayFile & KnownBeside,
  facts: ArrayFacts,
  view: SignalView,
  { sampleRateHz: given }: ReadOptions,
  notes: string[],
): Promise<Timing> {
  const stated = file.info?.sampleRateHz ?? (await statedRate(facts, file.path, given === undefined));
  const time = file.info || file.gaps ? undefined : timeBeside(file, view);
  if (!time) {
    const rate = given ?? stated;
    if (rate !== undefined) return { sampleRateHz: rate, gaps: knownGaps(file, rate, notes) };
    throw new StreamError(
      `${file.path}${view.array.name && `: ${view.array.name}`}: does not say its sampling rate`,
      { hint: 'Give it in Hz, such as --rate 1000, or save it beside the signal as "fs".' },
    );
  }
  facts.used.add(time);
  const { name: column, unit = '' } = columnName(shortName(time.name));
  const secondsPer = secondsPerUnit(unit);
  const reader = new ClockReader({
    path: file.path,
    column,
    ...(secondsPer !== undefined && { secondsPerUnit: secondsPer }),
    givenRateHz: given,
    statedRateHz: stated,
  });
  await eachNumber(time, (stamp) => reader.add(stamp));
  const clock = reader.finish();
  notes.push(...clock.notes);
  return clock;
}

function knownGaps({ gaps = [] }: KnownBeside, rate: number, notes: string[]): readonly Gap[] {
  const [first] = gaps;
  if (first)
    notes.push(
      `The recording has ${counted(gaps.length, 'gap')}, the first of ${Number((first.missing / rate).toPrecision(4))} s ` +
        `after sample ${first.row}; the index of the samples jumps there.`,
    );
  return gaps;
}

const piece = 1 << 16;

/** Every number of a row of them, in order; memory does not grow with it. */
async function eachNumber(row: NamedArray, use: (number: number) => void): Promise<void> {
  const { samples, timeIsSlow } = signalView(row, row.name);
  const slabs = await row.open();
  try {
    for (let from = 0; from < samples; from += piece) {
      const count = Math.min(piece, samples - from);
      const numbers = await slabs.read(timeIsSlow ? 'slow' : 'fast', from, count);
      for (let i = 0; i < count; i++) use(numbers[i] ?? NaN);
    }
  } finally {
    await slabs.close();
  }
}

/** Time stamps, one per sample: the array nearest to the signal that is called so. */
function timeBeside({ arrays }: ArrayFile, { array: signal, samples }: SignalView): NamedArray | undefined {
  const found = arrays.filter(
    (array) =>
      array !== signal &&
      array.content === 'numbers' &&
      isRow(array, samples) &&
      columnRole(shortName(array.name)) === 'time',
  );
  return found.find(({ name }) => groupOf(name) === groupOf(signal.name)) ?? found[0];
}

async function statedRate(facts: ArrayFacts, path: string, needed: boolean): Promise<number | undefined> {
  const rate = await facts.sampleRateHz();
  const { lowest, highest } = limits.sampleRateHz;
  if (!rate || (rate.value >= lowest && rate.value <= highest)) return rate?.value;
  if (!needed) return undefined;
  throw new StreamError(
    `${path}: ${rate.from} says a sampling rate of ${rate.value} Hz, expected ${lowest} to ${highest}`,
    { hint: 'Give the true one in Hz, such as --rate 1000.' },
  );
}

async function scaleOf(facts: ArrayFacts, signal: NamedArray, notes: string[]): Promise<number> {
  const unit = await facts.unit();
  if (unit?.volts !== undefined) return unit.volts;
  notes.push(
    unit
      ? `${called(signal)} is in ${JSON.stringify(unit.value)}, which is no unit of voltage; its numbers were taken for µV (--unit says otherwise).`
      : `${called(signal)} names no unit; its numbers were taken for µV (--unit says otherwise).`,
  );
  return defaultUnitScale;
}
