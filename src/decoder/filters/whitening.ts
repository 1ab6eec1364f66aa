import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { ConfigError } from '../../ground/signal/errors.js';
import { channelOf, type SampleBlock } from '../../ground/signal/sample-block.js';

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
