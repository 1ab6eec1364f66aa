import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

/**
 * Crossings and turns as LibEMG 2.0.0 counts them, so that what was published with it can be repeated to the digit.
 * A crossing that lands on an exact 0 is two steps of sign, neither of them counted; a turn is a product of both steps
 * of at least the threshold, which with 0 is every sample beside a flat step.
 */
export class LibemgCounts extends Analysis {
  /** Zero crossings. */
  crossings = 0;
  /** Slope sign changes. */
  turns = 0;
  private readonly ssc: Float64Array;

  constructor(context: FeatureContext) {
    super(context);
    this.ssc = context.options.ssc;
  }

  protected compute(): void {
    const { view, length } = this;
    const { data, offset, gain } = view;
    const threshold = this.ssc[view.channel];
    let previous = data[offset] * gain;
    let rise = NaN;
    let crossings = 0;
    let turns = 0;
    for (let i = offset + 1; i < offset + length; i++) {
      const value = data[i] * gain;
      const next = value - previous;
      if ((previous < 0 && value > 0) || (previous > 0 && value < 0)) crossings++;
      // Before the second step there is no product: NaN is not counted.
      if (rise * -next >= threshold) turns++;
      rise = next;
      previous = value;
    }
    this.crossings = crossings;
    this.turns = turns;
  }
}
