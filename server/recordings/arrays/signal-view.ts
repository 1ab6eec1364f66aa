import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { checkCount, limits } from '../limits.js';
import { RowIndex, type Gap } from '../clock.js';
import { called, type NamedArray } from './named-array.js';

const numbersPerBlock = 1 << 16;
const maxBlock = 4096;

/** An array seen as a signal: which dimension is time. */
export interface SignalView {
  readonly array: NamedArray;
  readonly samples: number;
  readonly channels: number;
  /** Whether samples are the dimension that varies slowest in storage. */
  readonly timeIsSlow: boolean;
  readonly notes: readonly string[];
}

/**
 * See an array as a signal. One dimension is one channel; of two, the longer is time, unless as many channels are
 * named as the longer is long.
 * @param name what errors call it
 * @throws StreamError when it has another number of dimensions, holds no real numbers or none at all
 */
export function signalView(array: NamedArray, name: string, namedChannels = 0): SignalView {
  const { shape, content, holds, columnMajor } = array;
  const size = shape.join(' × ') || 'one value';
  if (content !== 'numbers')
    throw new StreamError(`${name}: holds ${holds}, expected real numbers`, { hint: hintFor(holds) });
  if (shape.length < 1 || shape.length > 2)
    throw new StreamError(`${name}: is ${size}, expected samples × channels`, {
      hint:
        shape.length > 2
          ? 'Save every trial as an array of its own, samples × channels, and name one with --variable.'
          : 'Name the array that holds the signal with --variable.',
    });
  const [rows = 0, columns = 1] = shape;
  if (rows * columns === 0)
    throw new StreamError(`${name}: is empty (${size})`, {
      hint: 'Name an array that holds samples with --variable, or record again.',
    });
  const turned =
    shape.length === 2 &&
    rows !== columns &&
    (namedChannels === rows ? true : namedChannels === columns ? false : columns > rows);
  const [samples, channels] = turned ? [columns, rows] : [rows, columns];
  checkCount(
    channels,
    limits.channels,
    `${name}: is ${size}; its channels are`,
    'Name the array of samples × channels with --variable.',
  );
  return {
    array,
    samples,
    channels,
    timeIsSlow: shape.length === 1 || turned === columnMajor,
    notes:
      rows === columns && rows > 1
        ? [`${called(array)} has as many rows as columns (${size}); rows were taken for samples.`]
        : [],
  };
}

function hintFor(holds: string): string {
  if (holds.startsWith('complex')) return 'Save the real part (numpy.real, or real in MATLAB).';
  return 'Save a two-dimensional array of numbers, or name another one with --variable.';
}

/** Blocks of volts of an array, in bounded memory whichever way it is stored; the index jumps where samples are missing. */
export async function* viewBlocks(
  { array, samples, channels, timeIsSlow }: SignalView,
  sampleRateHz: number,
  scale: number,
  gaps: readonly Gap[],
): AsyncIterable<SampleBlock> {
  const perBlock = Math.max(1, Math.min(maxBlock, Math.floor(numbersPerBlock / channels)));
  const slabs = await array.open();
  const index = new RowIndex(gaps);
  const ends = [...gaps.map(({ row }) => row), samples];
  try {
    for (let from = 0, stretch = 0; from < samples;) {
      while ((ends[stretch] ?? samples) <= from) stretch++;
      const count = Math.min(perBlock, (ends[stretch] ?? samples) - from);
      const numbers = await slabs.read(timeIsSlow ? 'slow' : 'fast', from, count);
      const block = createBlock(index.of(from), sampleRateHz, channels, count);
      const { data } = block;
      if (timeIsSlow)
        for (let c = 0; c < channels; c++)
          for (let i = 0; i < count; i++) data[c * count + i] = (numbers[i * channels + c] as number) * scale;
      else for (let i = 0; i < data.length; i++) data[i] = (numbers[i] as number) * scale;
      from += count;
      yield block;
    }
  } finally {
    await slabs.close();
  }
}
