import { StreamError } from '../../../src/ground/signal/errors.js';
import { decodedText } from '../decoded-text.js';
import type { InputFile } from '../input-file.js';
import { checkBytes, limits } from '../limits.js';
import { decodeLength } from './xdf-chunks.js';
import type { ChunkPlace, FoundStream } from './xdf-scan.js';

/** Samples of a stream that stand together in memory. */
export interface Batch {
  readonly count: number;
  /** Time of each on the clock of the stream; NaN where it is not written and follows from the one before. */
  readonly stamps: Float64Array;
  /** Number of a channel of a sample. */
  value(sample: number, channel: number): number;
}

/** Bytes of a chunk read at a time. */
const windowBytes = 1 << 20;

/**
 * All samples of a stream of numbers, in the order of the file and in bounded memory, however large a chunk says it is.
 * @throws StreamError where a chunk is damaged
 */
export async function* batchesOf(file: InputFile, stream: FoundStream): AsyncIterable<Batch> {
  for (const place of stream.chunks) yield* batchesOfChunk(file, place, stream);
}

async function* batchesOfChunk(
  file: InputFile,
  place: ChunkPlace,
  { format, width = 0, channelCount, name }: FoundStream,
): AsyncIterable<Batch> {
  const damaged = (what: string): StreamError =>
    new StreamError(`${file.path}: the samples of the stream "${name}" at byte ${place.offset} ${what}`, {
      hint: 'The file is damaged there; export it again, or take another stream with --stream NAME.',
    });
  const end = place.offset + place.length;
  const total = decodeLength(await file.read(place.offset, Math.min(9, place.length)), 0);
  if (!total) throw damaged('say no count');
  const values = channelCount * width;
  const least = total.next + total.value * (1 + values);
  if (!(least <= place.length))
    throw damaged(
      `do not fill their chunk: ${total.value} samples take at least ${least} bytes, ${place.length} are there`,
    );
  const read = readers[format] ?? readers['float32'];
  let left = total.value;
  for (let at = place.offset + total.next; left > 0;) {
    const bytes = await file.read(at, Math.min(end - at, Math.max(windowBytes, 9 + values)));
    const most = Math.min(left, Math.floor(bytes.length / (1 + values)));
    const stamps = new Float64Array(most);
    const starts = new Int32Array(most);
    let count = 0;
    let next = 0;
    for (; count < most; count++) {
      const stamped = bytes[next];
      if (stamped !== 0 && stamped !== 8)
        throw damaged(`have a time stamp of ${stamped ?? 0} bytes, expected 0 or 8`);
      const start = next + 1 + stamped;
      if (start + values > bytes.length) break;
      stamps[count] = stamped === 8 ? bytes.readDoubleLE(next + 1) : NaN;
      starts[count] = start;
      next = start + values;
    }
    if (count === 0) throw damaged('do not fill their chunk');
    at += next;
    left -= count;
    yield {
      count,
      stamps,
      value: (sample, channel) => read?.(bytes, (starts[sample] ?? 0) + channel * width) ?? NaN,
    };
  }
}

const readers: Readonly<Record<string, (bytes: Buffer, at: number) => number>> = {
  float32: (bytes, at) => bytes.readFloatLE(at),
  double64: (bytes, at) => bytes.readDoubleLE(at),
  int8: (bytes, at) => bytes.readInt8(at),
  int16: (bytes, at) => bytes.readInt16LE(at),
  int32: (bytes, at) => bytes.readInt32LE(at),
  int64: (bytes, at) => Number(bytes.readBigInt64LE(at)),
};

/** A text at a time on the clock of its stream. */
export interface XdfCue {
  readonly time: number;
  readonly text: string;
}

/** All samples of a stream of texts; its channels are joined by blanks. A damaged chunk is read as far as it goes. */
export async function textCues(
  file: InputFile,
  { chunks, channelCount, name }: FoundStream,
): Promise<XdfCue[]> {
  const cues: XdfCue[] = [];
  let time = NaN;
  for (const { offset, length } of chunks) {
    checkBytes(
      length,
      limits.heldBytes,
      `${file.path}: a chunk of the stream "${name}" takes`,
      'These are no labels; export the file again without this stream.',
    );
    const bytes = await file.read(offset, length);
    const count = decodeLength(bytes, 0);
    let at = count?.next ?? 0;
    for (let i = 0; i < (count?.value ?? 0) && at < bytes.length; i++) {
      if (bytes[at] === 8 && at + 9 <= bytes.length) time = bytes.readDoubleLE(at + 1);
      at += bytes[at] === 8 ? 9 : 1;
      const texts: string[] = [];
      for (let c = 0; c < channelCount && at < bytes.length; c++) {
        const text = decodeLength(bytes, at);
        if (!text || text.next + text.value > bytes.length) return cues;
        texts.push(decodedText(bytes.subarray(text.next, text.next + text.value)));
        at = text.next + text.value;
      }
      if (texts.length > 0) cues.push({ time, text: texts.join(' ').trim() });
    }
  }
  return cues;
}

/** Cues of a stream of numbers: each sample where they come irregularly, else each change. */
export async function numberCues(file: InputFile, stream: FoundStream): Promise<XdfCue[]> {
  const cues: XdfCue[] = [];
  let time = NaN;
  let before: string | undefined;
  for await (const { count, stamps, value } of batchesOf(file, stream))
    for (let i = 0; i < count; i++) {
      const stamp = stamps[i] ?? NaN;
      time = Number.isNaN(stamp) ? time + 1 / (stream.nominalRateHz || Infinity) : stamp;
      const text = Array.from({ length: stream.channelCount }, (_, c) => String(value(i, c))).join(' ');
      if (stream.nominalRateHz === 0 || text !== before) cues.push({ time, text });
      before = text;
    }
  return cues;
}
