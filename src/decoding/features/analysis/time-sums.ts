import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

/** Sums over the samples x and their first differences d, taken in one sweep; feeds a dozen features. */
export class TimeSums extends Analysis {
  /** Σ|x| */
  absolute = 0.5;
  /** Σx² */
  square = 0.5;
  /** Σ|d| */
  path = 0.5;
  /** Σd² */
  slope = 0.5;
  /** d[i] = x[i] − x[i−1]; d[0] is not used. */
  readonly differences: Float64Array;

  constructor(context: FeatureContext) {
    super(context);
    this.differences = new Float64Array(context.length);
  }

  protected compute(): void {
    const { x } = this.view;
    const { differences, length } = this;
    let previous = x[0];
    let absolute = Math.abs(previous);
    let square = previous * previous;
    let path = 0;
    let slope = 0;
    for (let i = 1; i < length; i++) {
      const value = x[i];
      const d = value - previous;
      absolute += Math.abs(value);
      square += value * value;
      path += Math.abs(d);
      slope += d * d;
      differences[i] = d;
      previous = value;
    }
    this.absolute = absolute;
    this.square = square;
    this.path = path;
    this.slope = slope;
  }
}
