import { exp, log, pow, square } from '../../ground/math/real.js';

/** Entries of the table; a power of two, so that the top bits of a random integer index it. */
const BITS = 11;
const SIZE = 1 << BITS;
const SCALE = pow(2, BITS - 32);
/** Density is integrated on this many points over ± REACH standard deviations. */
const GRID = 4096;
const REACH = 5;

/**
 * Intervals between discharges, in units of their mean: the inverse of their cumulative distribution, tabulated,
 * so that an interval costs one random integer and one interpolation, whatever the distribution. Tails beyond
 * 1 in 4000 are cut; mean and standard deviation are those asked for.
 */
export class IntervalTable {
  private readonly quantile = new Float64Array(SIZE + 1);

  /** @param cv coefficient of variation, 0.02 … 0.35 */
  constructor(distribution: 'normal' | 'gamma', cv: number) {
    const shape = 1 / (cv * cv);
    const logDensity =
      distribution === 'normal'
        ? (z: number): number => -square((z - 1) / cv) / 2
        : (z: number): number => (shape - 1) * log(z) - shape * (z - 1);
    const low = Math.max(1e-3, 1 - REACH * cv);
    const step = (1 + REACH * cv - low) / GRID;
    const cumulative = new Float64Array(GRID + 1);
    for (let k = 0; k < GRID; k++)
      cumulative[k + 1] = cumulative[k] + exp(logDensity(low + (k + 0.5) * step));
    for (let k = 0, j = 0; j <= SIZE; j++) {
      // The outermost entries stand for half an entry's probability beyond them.
      const wanted = cumulative[GRID] * Math.min(1 - 0.5 / SIZE, Math.max(0.5 / SIZE, j / SIZE));
      while (cumulative[k + 1] < wanted) k++;
      const part = (wanted - cumulative[k]) / (cumulative[k + 1] - cumulative[k]);
      this.quantile[j] = low + (k + part) * step;
    }
    this.restore(cv);
  }

  /** An interval from 32 random bits. */
  at(bits: number): number {
    const position = bits * SCALE;
    const k = position | 0;
    const low = this.quantile[k];
    return low + (position - k) * (this.quantile[k + 1] - low);
  }

  /** Cutting the tails took a little of the spread: give it back, with the mean. */
  private restore(cv: number): void {
    let mean = 0;
    let square = 0;
    for (let k = 0; k < SIZE; k++) {
      const middle = (this.quantile[k] + this.quantile[k + 1]) / 2;
      const width = this.quantile[k + 1] - this.quantile[k];
      mean += middle / SIZE;
      square += (middle * middle + (width * width) / 12) / SIZE;
    }
    const sd = Math.sqrt(square - mean * mean);
    for (let k = 0; k <= SIZE; k++) this.quantile[k] = 1 + ((this.quantile[k] - mean) * cv) / sd;
  }
}
