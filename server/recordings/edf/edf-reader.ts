import { counted } from '../../../src/ground/signal/counted.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { labelsWithin } from '../edge-labels.js';
import { InputFile } from '../input-file.js';
import { limits } from '../limits.js';
import type { Annotation, ReadOptions, Recording } from '../recording.js';
import { sharedUnit } from '../unit-scale.js';
import { segmentsOfAnnotations } from '../segments.js';
import { endMark, isOwn, pauseMark } from './edf-end-mark.js';
import { parseAnnotations, type EdfAnnotation } from './edf-annotations.js';
import { bytesPerSample, type EdfHeader } from './edf-header.js';
import { headerLength, parseEdfHeader } from './edf-header-parser.js';
import { placeRecords, type RecordPlace } from './edf-records.js';
import { selectSignals, type EdfChannel, type EdfSelection } from './edf-signals.js';
import { edfTimeline, type EdfTimeline } from './edf-timeline.js';

/** What of a file is read, and where it stands. */
interface Plan extends EdfSelection {
  readonly header: EdfHeader;
  readonly place: RecordPlace;
  readonly samples: number;
}

/** A record that says it starts later than this, thirty years, is damaged and keeps no time. */
const longestSeconds = 1e9;
/** Bytes of data records read at a time. */
const chunkBytes = 1 << 19;

/**
 * Read the EMG of EDF, EDF+, BDF and BDF+. A file whose count of records is −1 (recording, never closed) or too large
 * (cut short) is read up to its last whole record. Other signals and other sampling rates are left out. Where an
 * interrupted (`+D`) file paused, the blocks' index jumps. `info.notes` says all that was left out or assumed.
 *
 * @throws StreamError where the file is damaged, holds no voltage, or does not say its rate
 */
export async function readEdf(path: string, options: ReadOptions = {}): Promise<Recording> {
  return InputFile.using(path, async (file) => {
    const notes: string[] = [];
    const header = parseEdfHeader(await file.read(0, headerLength(await file.read(0, 256), path)), path);
    const selection = selectSignals(header, options, path, notes);
    const samples = selection.channels[0]?.signal.samples ?? 0;
    const plan: Plan = {
      ...selection,
      header,
      samples,
      place: placeRecords(header, selection.recordBytes, file, notes),
    };
    const ownRate = ownRateOf(header, samples);
    const sampleRateHz = options.sampleRateHz ?? believed(ownRate, path);
    if (ownRate !== undefined && Math.abs(sampleRateHz / ownRate - 1) > 1e-3)
      notes.push(
        `The rate is ${sampleRateHz} Hz as asked for; the file says ${Number(ownRate.toPrecision(7))} Hz.`,
      );
    const { times, texts } = await scan(file, plan);
    const timeline = edfTimeline(header, times, samples, ownRate ?? sampleRateHz, notes);
    const { annotations, length, holes } = labelled(texts, timeline, plan, notes);
    const startedAt =
      header.startedAt && new Date(header.startedAt.getTime() + Math.round(timeline.start * 1000));
    const segments = segmentsOfAnnotations(annotations, length);
    return {
      info: {
        sampleRateHz,
        channelNames: plan.channels.map((channel) => channel.name),
        unit: 'V' as const,
        ...sharedUnit(plan.channels.map((channel) => channel.voltsPerNumber)),
        ...(startedAt && { startedAt }),
        ...(notes.length > 0 && { notes }),
      },
      annotations,
      ...(segments.length > 0 && { segments }),
      blocks: () => blocksOf(path, plan, sampleRateHz, timeline, length, holes),
    };
  });
}

/** Samples a second; whole where the eight characters of the duration allow it. Undefined for records of 0 s. */
function ownRateOf({ recordSeconds }: EdfHeader, samples: number): number | undefined {
  if (!(recordSeconds > 0)) return undefined;
  const rate = samples / recordSeconds;
  return Math.abs(rate - Math.round(rate)) < 1e-6 * rate ? Math.round(rate) : rate;
}

/** @throws StreamError where the rate is not known, or none at which EMG is recorded */
function believed(rate: number | undefined, path: string): number {
  const { lowest, highest } = limits.sampleRateHz;
  if (rate !== undefined && rate >= lowest && rate <= highest) return rate;
  throw new StreamError(
    rate === undefined
      ? `${path}: its data records last 0 s, so that the sampling rate is not known`
      : `${path}: its header says ${Number(rate.toPrecision(7))} Hz, EMG is recorded at ${lowest} Hz to ${highest} Hz`,
    { hint: 'Say the rate with --rate, such as --rate 1000.' },
  );
}

/** One pass over the annotations: when each record starts, and what was noted. */
async function scan(
  file: InputFile,
  { place, recordBytes, annotationPlaces }: Plan,
): Promise<{ times: Float64Array; texts: EdfAnnotation[] }> {
  const times = new Float64Array(place.count).fill(NaN);
  const texts: EdfAnnotation[] = [];
  for (let r = 0; r < place.count && annotationPlaces.length > 0; r++)
    for (const [s, { offset, bytes }] of annotationPlaces.entries()) {
      const parsed = parseAnnotations(await file.read(place.offset + r * recordBytes + offset, bytes));
      if (s === 0 && Math.abs(parsed.start ?? NaN) < longestSeconds) times[r] = parsed.start ?? NaN;
      for (const annotation of parsed.annotations) texts.push(annotation);
    }
  return { times, texts };
}

/** Samples within data records that are padding, as a range of the index. */
interface Hole {
  readonly from: number;
  readonly until: number;
}

/**
 * The texts at their samples, the recording's end, where a file of our own says that its padding begins, and what of
 * its data records is padding before that.
 */
function labelled(
  texts: readonly EdfAnnotation[],
  timeline: EdfTimeline,
  { header, samples }: Plan,
  notes: string[],
): { annotations: readonly Annotation[]; length: number; holes: readonly Hole[] } {
  const { length, indexAt } = timeline;
  let end = length;
  const found: Annotation[] = [];
  const holes: Hole[] = [];
  for (const { onset, duration, text } of texts) {
    const index = indexAt(onset);
    // Many programs write a duration of 0 s where they mean none.
    const long = duration === undefined ? 0 : indexAt(onset + duration) - index;
    // Padding is less than a record: an end elsewhere is somebody else's text.
    if (text === endMark && isOwn(header) && index >= length - samples && index <= length) end = index;
    else if (text === pauseMark && isOwn(header) && long > 0)
      holes.push({ from: index, until: index + long });
    else found.push({ index, text, ...(long > 0 && { length: long }) });
  }
  if (holes.length > 0)
    notes.push(
      `${counted(holes.length, 'pause begins', 'pauses begin')} within a data record; the zeros that stand for ` +
        `${holes.length === 1 ? 'it' : 'them'} were left out.`,
    );
  return { annotations: labelsWithin(found, end, notes), length: end, holes };
}

async function* blocksOf(
  path: string,
  { header, place, recordBytes, channels, samples }: Plan,
  rate: number,
  { order, index }: EdfTimeline,
  length: number,
  holes: readonly Hole[],
): AsyncIterable<SampleBlock> {
  const width = bytesPerSample[header.format];
  const perChunk = Math.max(1, Math.floor(chunkBytes / recordBytes));
  const file = await InputFile.open(path);
  try {
    for (let r = 0; r < order.length;) {
      const first = order[r] as number;
      let count = 1;
      while (count < perChunk && order[r + count] === first + count) count++;
      const bytes = await file.read(place.offset + first * recordBytes, count * recordBytes);
      for (let k = 0; k < count; k++, r++) {
        const at = index[r] as number;
        const kept = Math.min(samples, length - at);
        for (const { from, until } of outside(holes, at, at + kept)) {
          const block = createBlock(from, rate, channels.length, until - from);
          for (const [c, channel] of channels.entries())
            decode(
              bytes,
              k * recordBytes + channel.offset + (from - at) * width,
              width,
              channel,
              block.data.subarray(c * block.length, (c + 1) * block.length),
            );
          yield block;
        }
      }
    }
  } finally {
    await file.close();
  }
}

/** The stretches of a range that lie outside of holes, which are in order. */
function outside(holes: readonly Hole[], from: number, until: number): Hole[] {
  const stretches: Hole[] = [];
  let at = from;
  for (const hole of holes) {
    if (hole.until <= at || hole.from >= until) continue;
    if (hole.from > at) stretches.push({ from: at, until: hole.from });
    at = Math.max(at, hole.until);
  }
  if (at < until) stretches.push({ from: at, until });
  return stretches;
}

function decode(bytes: Buffer, from: number, width: number, channel: EdfChannel, out: Float32Array): void {
  const { voltsPerDigit, voltsAtZero } = channel;
  for (let i = 0, at = from; i < out.length; i++, at += width) {
    const digit = width === 2 ? bytes.readInt16LE(at) : bytes.readIntLE(at, 3);
    out[i] = digit * voltsPerDigit + voltsAtZero;
  }
}
