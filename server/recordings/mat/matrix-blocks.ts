import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';

const samplesPerBlock = 1024;

/** How samples lie in a matrix. */
export interface MatrixView {
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly samples: number;
  readonly sampleStride: number;
  readonly channelStride: number;
  readonly scale: number;
  /** First number and first sample index; 0 by default. */
  readonly offset?: number;
  readonly index?: number;
}

/** Blocks of a matrix in memory. */

export async function* matrixBlocks(data: Float64Array, view: MatrixView): AsyncIterable<SampleBlock> {
  const { sampleRateHz, channels, samples, sampleStride, channelStride, scale, offset = 0, index = 0 } = view;
  for (let from = 0; from < samples; from += samplesPerBlock) {
    const count = Math.min(samplesPerBlock, samples - from);
    const block = createBlock(index + from, sampleRateHz, channels, count);
    for (let c = 0; c < channels; c++)
      for (let i = 0; i < count; i++)
        block.data[c * count + i] =
          (data[offset + (from + i) * sampleStride + c * channelStride] as number) * scale;
    yield block;
  }
}
