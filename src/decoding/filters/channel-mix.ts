import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { ConfigError } from '../../signal/errors.js';
import { channelOf, type SampleBlock } from '../../signal/sample-block.js';
import type { Stage } from './stage.js';

/** Weighted sums of the channels, sample by sample: y = W x. Whitening and per-channel gain are both of this form. */
export class ChannelMix implements Stage {
  private readonly weights: Float64Array;
  private readonly sample: Float64Array;

  /** @param matrix channels × channels, row r makes output channel r */
  constructor(matrix: readonly (readonly number[])[]) {
    this.weights = Float64Array.from(matrix.flat());
    this.sample = new Float64Array(matrix.length);
  }

  run(data: Float64Array, length: number): void {
    const { weights, sample } = this;
    const channels = sample.length;
    for (let i = 0; i < length; i++) {
      for (let c = 0; c < channels; c++) sample[c] = data[c * length + i];
      for (let r = 0; r < channels; r++) {
        let sum = 0;
        for (let c = 0; c < channels; c++) sum += weights[r * channels + c] * sample[c];
        data[r * length + i] = sum;
      }
    }
  }

  reset(): void {}

  groupDelaySamples(): number {
    return 0;
  }
}

/** Matrix that scales channel c by `gains[c]`. */
export function gainMatrix(gains: readonly number[]): number[][] {
  return gains.map((gain, r) => gains.map((_, c) => (r === c ? gain : 0)));
}

/**
 * Symmetric (ZCA) whitening matrix C^(−1/2) of a recording: channels come out uncorrelated and of unit variance,
 * and each stays as near to itself as that allows.
 *
 * @param block a recording with activity on all channels
 * @param shrinkage 0 … 1: share of the mean variance mixed into the diagonal, which bounds the amplification of
 *   directions that hold little but noise
 * @throws ConfigError where the recording has no variance
 */
export function whiteningMatrix(block: SampleBlock, shrinkage = 0.01): number[][] {
  const { channels, length } = block;
  const rows = Array.from({ length: channels }, (_, c) => {
    const x = Array.from(channelOf(block, c));
    const mean = x.reduce((sum, value) => sum + value, 0) / length;
    return x.map((value) => value - mean);
  });
  const centred = new Matrix(rows);
  const covariance = centred.mmul(centred.transpose()).div(length);
  const variance = covariance.trace() / channels;
  if (!(variance > 0))
    throw new ConfigError(`whitening: got a recording of variance ${variance}, expected a positive one`, {
      hint: 'Take the whitening matrix from a recording with muscle activity on every channel.',
    });
  covariance.mul(1 - shrinkage).add(Matrix.eye(channels, channels, shrinkage * variance));
  const { eigenvectorMatrix: v, realEigenvalues } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const floor = 1e-12 * variance;
  const scale = Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(Math.max(value, floor))));
  return v.mmul(scale).mmul(v.transpose()).to2DArray();
}
