import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';
import { TimeSums } from './time-sums.js';

/** Sums over second differences. */
export class CurvatureSums extends Analysis {
  /** Σ|Δ²x| */
  path = 0.5;
  /** Σ(Δ²x)² */
  square = 0.5;
  private readonly sums: TimeSums;

  constructor(context: FeatureContext) {
    super(context);
    this.sums = context.share(TimeSums);
  }

  protected compute(): void {
    const { differences } = this.sums.fresh();
    let path = 0;
    let square = 0;
    for (let i = 2; i < this.length; i++) {
      const c = differences[i] - differences[i - 1];
      path += Math.abs(c);
      square += c * c;
    }
    this.path = path;
    this.square = square;
  }
}
