import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { parseAnnotations } from './edf-annotations.js';
import {
  bytesPerSample,
  headerLength,
  parseEdfHeader,
  type EdfHeader,
  type EdfSignal,
} from './edf-header.js';
import { endMark } from './edf-writer.js';
import { InputFile } from '../input-file.js';
import { defaultUnitScale, type Annotation, type ReadOptions, type Recording } from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { voltsPerUnit } from '../unit-scale.js';

interface Channel {
  readonly signal: EdfSignal;
  /** Byte offset within a data record. */
  readonly offset: number;
  readonly name: string;
  readonly voltsPerDigit: number;
  readonly voltsAtZero: number;
}

interface Plan {
  readonly header: EdfHeader;
  readonly headerBytes: number;
  readonly recordBytes: number;
  readonly records: number;
  readonly channels: readonly Channel[];
  readonly annotationSignals: readonly { offset: number; bytes: number }[];
  readonly notes: string[];
}

/** Bytes of data records read at a time. */
const chunkBytes = 1 << 19;

/**
 * Read EDF, EDF+, BDF and BDF+. A file whose count of records is −1 (recording, never closed) or too large
 * (cut short) is read up to its last whole record, and says so in `info.notes`. Signals that are not
 * voltages, or have another sampling rate than the most, are left out and named there. In an interrupted
 * (`+D`) file the blocks' index jumps where the recording paused.
 */
export async function readEdf(path: string, options: ReadOptions = {}): Promise<Recording> {
  return InputFile.using(path, async (file) => {
    const plan = await planOf(file, options);
    const { header, channels, notes } = plan;
    const rate = options.sampleRateHz ?? samplesOf(channels) / header.recordSeconds;
    const sampleRateHz = Math.abs(rate - Math.round(rate)) < 1e-6 * rate ? Math.round(rate) : rate;
    const { starts, annotations, length } = await scan(file, plan, sampleRateHz);
    const fraction = starts.fraction;
    const startedAt = header.startedAt && new Date(header.startedAt.getTime() + Math.round(fraction * 1000));
    const segments = segmentsOfAnnotations(annotations, length);
    return {
      info: {
        sampleRateHz,
        channelNames: channels.map((channel) => channel.name),
        unit: 'V' as const,
        ...(startedAt && { startedAt }),
        ...(notes.length > 0 && { notes }),
      },
      annotations,
      ...(segments.length > 0 && { segments }),
      blocks: () => blocksOf(path, plan, sampleRateHz, starts.index, length),
    };
  });
}

async function planOf(file: InputFile, { unitScale }: ReadOptions): Promise<Plan> {
  const head = await file.read(0, 256);
  if (head.length < 256) parseEdfHeader(head, file.path);
  const headerBytes = headerLength(head, file.path);
  const header = parseEdfHeader(await file.read(0, headerBytes), file.path);
  const width = bytesPerSample[header.format];
  const notes: string[] = [];
  const annotationSignals: { offset: number; bytes: number }[] = [];
  const found: (Channel & { rank: number })[] = [];
  let offset = 0;
  for (const signal of header.signals) {
    const bytes = signal.samples * width;
    if (/^(EDF|BDF) Annotations$/.test(signal.label)) annotationSignals.push({ offset, bytes });
    else {
      const scale =
        voltsPerUnit(signal.dimension) ??
        (signal.dimension === '' ? (unitScale ?? defaultUnitScale) : undefined);
      if (scale === undefined || signal.samples < 1)
        notes.push(`Signal "${signal.label}" is in "${signal.dimension}", not a voltage, and was left out.`);
      else found.push({ ...scaled(signal, scale), offset, rank: signal.samples });
    }
    offset += bytes;
  }
  const rate = mostCommon(found.map((channel) => channel.rank));
  const channels = found.filter((channel) => channel.rank === rate);
  for (const channel of found)
    if (channel.rank !== rate)
      notes.push(`Signal "${channel.signal.label}" has another sampling rate and was left out.`);
  if (channels.length === 0 || !(header.recordSeconds > 0))
    throw new StreamError(
      `${file.path}: found no voltage signal among ${header.signals.map((s) => `"${s.label}"`).join(', ')}`,
      { hint: 'A recording needs at least one signal in V, mV, uV or nV, and data records longer than 0 s.' },
    );
  const whole = Math.floor((file.size - headerBytes) / offset);
  if (header.records < 0)
    notes.push(`The recording was never closed; its ${whole} whole data records were read.`);
  else if (whole < header.records)
    notes.push(`The file is cut short: its header says ${header.records} data records, ${whole} are there.`);
  const records = header.records < 0 ? whole : Math.min(whole, header.records);
  return { header, headerBytes, recordBytes: offset, records, channels, annotationSignals, notes };
}

function scaled(signal: EdfSignal, scale: number): Omit<Channel, 'offset'> {
  const { physicalMin, physicalMax, digitalMin, digitalMax } = signal;
  // A range of no width leaves the numbers as they are, as other readers do.
  const gain = digitalMax === digitalMin ? 1 : (physicalMax - physicalMin) / (digitalMax - digitalMin);
  return {
    signal,
    name: signal.label.replace(/^EMG +/i, '') || signal.label,
    voltsPerDigit: gain * scale,
    voltsAtZero: (physicalMin - digitalMin * gain) * scale,
  };
}

const samplesOf = (channels: readonly Channel[]): number => channels[0]?.signal.samples ?? 0;

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** One pass over the annotations: where each record starts, what was noted, where the recording ends. */
async function scan(
  file: InputFile,
  plan: Plan,
  rate: number,
): Promise<{ starts: { fraction: number; index: Float64Array }; annotations: Annotation[]; length: number }> {
  const { header, records, recordBytes, headerBytes, annotationSignals, channels } = plan;
  const samples = samplesOf(channels);
  const index = Float64Array.from({ length: records }, (_, r) => r * samples);
  const annotations: Annotation[] = [];
  let fraction = 0;
  for (let r = 0; r < records && annotationSignals.length > 0; r++) {
    for (const [s, { offset, bytes }] of annotationSignals.entries()) {
      const parsed = parseAnnotations(await file.read(headerBytes + r * recordBytes + offset, bytes));
      if (s === 0 && r === 0) fraction = parsed.start ?? 0;
      if (s === 0 && header.plus === 'D' && parsed.start !== undefined)
        index[r] = Math.round((parsed.start - fraction) * rate);
      for (const { onset, duration, text } of parsed.annotations)
        annotations.push({
          index: Math.round((onset - fraction) * rate),
          text,
          ...(duration !== undefined && { length: Math.round(duration * rate) }),
        });
    }
  }
  annotations.sort((a, b) => a.index - b.index);
  const end = (records > 0 ? (index[records - 1] as number) : 0) + (records > 0 ? samples : 0);
  const marked = annotations.findIndex(({ text }) => text === endMark);
  const length = marked < 0 ? end : Math.min(end, annotations[marked]?.index ?? end);
  if (marked >= 0) annotations.splice(marked, 1);
  return { starts: { fraction, index }, annotations, length };
}

async function* blocksOf(
  path: string,
  plan: Plan,
  rate: number,
  starts: Float64Array,
  length: number,
): AsyncIterable<SampleBlock> {
  const { header, headerBytes, recordBytes, records, channels } = plan;
  const width = bytesPerSample[header.format];
  const samples = samplesOf(channels);
  const perChunk = Math.max(1, Math.floor(chunkBytes / recordBytes));
  const file = await InputFile.open(path);
  try {
    for (let r = 0; r < records; r += perChunk) {
      const count = Math.min(perChunk, records - r);
      const bytes = await file.read(headerBytes + r * recordBytes, count * recordBytes);
      for (let k = 0; k < count; k++) {
        const at = starts[r + k] as number;
        const kept = Math.min(samples, length - at);
        if (kept <= 0) continue;
        const block = createBlock(at, rate, channels.length, kept);
        for (const [c, channel] of channels.entries())
          decode(
            bytes,
            k * recordBytes + channel.offset,
            width,
            channel,
            block.data.subarray(c * kept, (c + 1) * kept),
          );
        yield block;
      }
    }
  } finally {
    await file.close();
  }
}

function decode(bytes: Buffer, from: number, width: number, channel: Channel, out: Float32Array): void {
  const { voltsPerDigit, voltsAtZero } = channel;
  for (let i = 0, at = from; i < out.length; i++, at += width) {
    const digit = width === 2 ? bytes.readInt16LE(at) : bytes.readIntLE(at, 3);
    out[i] = digit * voltsPerDigit + voltsAtZero;
  }
}
