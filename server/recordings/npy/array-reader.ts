import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { InputFile } from '../input-file.js';
import { decodeStrings, numberReader, type ArraySource } from './npy.js';

const chunkBytes = 1 << 19;
const maxBlock = 4096;

/** A two-dimensional array seen as a signal: which dimension is time, and how to step through it. */
export interface SignalArray {
  readonly source: ArraySource;
  readonly samples: number;
  readonly channels: number;
  /** Numbers from one sample to the next, and from one channel to the next. */
  readonly sampleStride: number;
  readonly channelStride: number;
}

/** Numbers of an array that are in the file, which may have been cut short. */
export function numbersOf(source: ArraySource): number {
  return source.shape.reduce((product, size) => product * size, 1);
}

/**
 * See an array as a signal. One dimension is one channel; of two, the longer is time, whichever way round.
 * @throws StreamError when it has another number of dimensions or holds no real numbers
 */
export function signalArray(source: ArraySource, name: string): SignalArray {
  const [rows = 0, columns = 1] = source.shape;
  if (source.shape.length < 1 || source.shape.length > 2 || !numberReader(source.descr))
    throw new StreamError(
      `${name}: got shape (${source.shape.join(', ')}) of type ${source.descr}, expected samples × channels of real numbers`,
      { hint: 'Save a two-dimensional numeric array, or name the array to read.' },
    );
  const [rowStride, columnStride] = source.fortran ? [1, rows] : [columns, 1];
  return rows >= columns
    ? { source, samples: rows, channels: columns, sampleStride: rowStride, channelStride: columnStride }
    : { source, samples: columns, channels: rows, sampleStride: columnStride, channelStride: rowStride };
}

/** Stream an array as blocks of volts, in bounded memory whichever way it is stored. */
export async function* arrayBlocks(
  array: SignalArray,
  sampleRateHz: number,
  scale: number,
): AsyncIterable<SampleBlock> {
  const { source, samples, channels, sampleStride, channelStride } = array;
  const reader = numberReader(source.descr);
  if (!reader) return;
  const { size, read } = reader;
  const perBlock = Math.max(1, Math.min(maxBlock, Math.floor(chunkBytes / (size * channels))));
  const file = await InputFile.open(source.path);
  try {
    for (let from = 0; from < samples; from += perBlock) {
      const count = Math.min(perBlock, samples - from);
      const block = createBlock(from, sampleRateHz, channels, count);
      if (sampleStride === 1 && channelStride !== 1)
        for (let c = 0; c < channels; c++) {
          const bytes = await file.read(source.offset + (c * channelStride + from) * size, count * size);
          for (let i = 0; i < count; i++) block.data[c * count + i] = read(bytes, i * size) * scale;
        }
      else {
        const bytes = await file.read(
          source.offset + from * sampleStride * size,
          count * sampleStride * size,
        );
        for (let c = 0; c < channels; c++)
          for (let i = 0; i < count; i++)
            block.data[c * count + i] = read(bytes, (i * sampleStride + c * channelStride) * size) * scale;
      }
      yield block;
    }
  } finally {
    await file.close();
  }
}

/** All numbers of a small array, in storage order. */
export async function readNumbers(
  source: ArraySource,
  from = 0,
  count = numbersOf(source),
): Promise<Float64Array> {
  const reader = numberReader(source.descr);
  if (!reader) return new Float64Array(0);
  const bytes = await InputFile.using(source.path, (file) =>
    file.read(source.offset + from * reader.size, count * reader.size),
  );
  // A plain loop: `Float64Array.from` with a function costs ten times as much.
  const numbers = new Float64Array(Math.floor(bytes.length / reader.size));
  for (let i = 0; i < numbers.length; i++) numbers[i] = reader.read(bytes, i * reader.size);
  return numbers;
}

/** All strings of a `<U` or `|S` array; empty where it holds something else. */
export async function readStrings(source: ArraySource): Promise<string[]> {
  const width = Number(/\d+$/.exec(source.descr)?.[0] ?? 0) * (/^[<>=|]?U/.test(source.descr) ? 4 : 1);
  const bytes = await InputFile.using(source.path, (file) =>
    file.read(source.offset, numbersOf(source) * width),
  );
  return decodeStrings(source.descr, bytes) ?? [];
}
