import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

const LEVELS = 65536;

/**
 * Samples in ascending order, and where each came from: a radix sort over 16-bit levels between the extremes, two
 * passes of 8 bits, then insertion for the few that share a level. Three to five times faster than the standard sort.
 */
export class SortedSamples extends Analysis {
  readonly values: Float64Array;
  /** Index in the window of each sorted value. */
  readonly order: Int32Array;
  private readonly levels: Uint16Array;
  private readonly halfway: Int32Array;
  private readonly lowCounts = new Int32Array(257);
  private readonly highCounts = new Int32Array(257);

  constructor(context: FeatureContext) {
    super(context);
    this.values = new Float64Array(this.length);
    this.order = new Int32Array(this.length);
    this.levels = new Uint16Array(this.length);
    this.halfway = new Int32Array(this.length);
  }

  protected compute(): void {
    const { x } = this.view;
    const { values, order, levels, halfway, lowCounts, highCounts, length } = this;
    this.level(x);
    for (let i = 0; i < length; i++) halfway[lowCounts[levels[i] & 255]++] = i;
    for (let i = 0; i < length; i++) {
      const index = halfway[i];
      order[highCounts[levels[index] >>> 8]++] = index;
    }
    for (let i = 0; i < length; i++) values[i] = x[order[i]];
    this.insert(x);
  }

  /** Level of each sample, and where in the order each level's half begins. */
  private level(x: Float64Array): void {
    const { levels, lowCounts, highCounts, length } = this;
    let min = x[0];
    let max = min;
    for (let i = 1; i < length; i++) {
      const value = x[i];
      if (value < min) min = value;
      else if (value > max) max = value;
    }
    const scale = max > min ? (LEVELS - 1) / (max - min) : 0;
    lowCounts.fill(0);
    highCounts.fill(0);
    for (let i = 0; i < length; i++) {
      const level = ((x[i] - min) * scale) | 0;
      levels[i] = level;
      lowCounts[(level & 255) + 1]++;
      highCounts[(level >>> 8) + 1]++;
    }
    for (let k = 1; k < 257; k++) {
      lowCounts[k] += lowCounts[k - 1];
      highCounts[k] += highCounts[k - 1];
    }
  }

  private insert(x: Float64Array): void {
    const { values, order, length } = this;
    let moves = 0;
    for (let i = 1; i < length; i++) {
      const value = values[i];
      if (values[i - 1] <= value) continue;
      const index = order[i];
      let j = i - 1;
      for (; j >= 0 && values[j] > value; j--) {
        values[j + 1] = values[j];
        order[j + 1] = order[j];
      }
      values[j + 1] = value;
      order[j + 1] = index;
      moves += i - j;
      if (moves > 32 * length) return this.sortCrowded(x);
    }
  }

  /** One huge outlier leaves the rest on a few levels, where insertion would take the square of their number. */
  private sortCrowded(x: Float64Array): void {
    const { values, order } = this;
    order.sort((a, b) => x[a] - x[b]);
    for (let i = 0; i < order.length; i++) values[i] = x[order[i]];
  }
}
