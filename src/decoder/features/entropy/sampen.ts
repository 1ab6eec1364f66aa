import { CentralMoments } from '../analysis/central-moments.js';
import { SortedSamples } from '../analysis/sorted-samples.js';
import { channelFeature } from '../feature.js';
import { log } from '../../../ground/math/real.js';

/**
 * SAMPEN: sample entropy log(B / A) of the standardised window, where B and A count pairs of patterns of 2 and 3
 * samples that nowhere differ by more than 0.3 standard deviations (Richman & Moorman 2000), over the pairs that
 * LibEMG takes: every pattern but the last against all others.
 *
 * Instead of comparing all pairs of patterns, every sample gets a row of bits that marks the samples near it; a sweep
 * over the sorted samples makes the rows, and the pairs of patterns are then the ones of row k AND row k+1 shifted by
 * 1 (AND row k+2 shifted by 2), 32 at a time.
 */
export const sampen = channelFeature({
  name: 'SAMPEN',
  explain: 'Sample entropy: how unpredictable the signal is.',
  create: (context) => {
    const { length } = context;
    const { entropyDimension: dimension, entropyTolerance: tolerance } = context.options;
    const moments = context.share(CentralMoments);
    const sorted = context.share(SortedSamples);
    const neighbours = new NeighbourRows(length, tolerance);
    return (out, at) => {
      if (!(moments.fresh().second > 0) || length <= dimension + 2) {
        out[at] = 0;
        return;
      }
      const { values, order } = sorted.fresh();
      neighbours.mark(values, order, moments);
      const b = neighbours.pairs(dimension) / (length - dimension);
      const a = neighbours.pairs(dimension + 1) / (length - dimension - 1);
      const scale = length - dimension - 1;
      out[at] = log((b / scale + Number.EPSILON) / (a / scale + Number.EPSILON));
    };
  },
});

/** Which samples lie within the tolerance of which: one row of bits for each sample. */
class NeighbourRows {
  /** Words of a row, with one of zeros at the end to shift in. */
  private readonly stride: number;
  private readonly rows: Int32Array;
  private readonly row: Int32Array;
  private readonly standard: Float64Array;

  constructor(
    private readonly length: number,
    private readonly tolerance: number,
  ) {
    this.stride = Math.ceil(length / 32) + 1;
    this.rows = new Int32Array(length * this.stride);
    this.row = new Int32Array(this.stride);
    this.standard = new Float64Array(length);
  }

  mark(values: Float64Array, order: Int32Array, moments: CentralMoments): void {
    const { length, tolerance, stride, rows, row, standard } = this;
    const { mean, second } = moments;
    const deviation = Math.sqrt(second);
    for (let i = 0; i < length; i++) standard[i] = (values[i] - mean) / deviation;
    row.fill(0);
    let low = 0;
    let high = 0;
    for (let i = 0; i < length; i++) {
      const value = standard[i];
      for (; high < length && standard[high] - value <= tolerance; high++)
        row[order[high] >>> 5] |= 1 << (order[high] & 31);
      for (; value - standard[low] > tolerance; low++) row[order[low] >>> 5] &= ~(1 << (order[low] & 31));
      const to = order[i] * stride;
      for (let w = 0; w < stride; w++) rows[to + w] = row[w];
    }
  }

  /** Pairs (k, j), j ≠ k, of patterns of `size` samples that agree, k over all but the last. */
  pairs(size: number): number {
    const { length, stride, rows, row } = this;
    let count = 0;
    for (let k = 0; k < length - size; k++) {
      for (let w = 0; w < stride; w++) row[w] = rows[k * stride + w];
      for (let t = 1; t < size; t++) {
        const from = (k + t) * stride;
        for (let w = 0; w < stride - 1; w++)
          row[w] &= (rows[from + w] >>> t) | (rows[from + w + 1] << (32 - t));
      }
      for (let w = 0; w < stride - 1; w++) count += bitCount(row[w]);
      // A pattern agrees with itself.
      count--;
    }
    return count;
  }
}

/** Number of ones in a word (Warren, Hacker's Delight, § 5-1). */
function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
