import { softmax } from '../classifiers/classifier.js';
import { log } from '../../ground/math/real.js';

/** A class that one window excludes may still win: posteriors are raised to this before their logarithm. */
const FLOOR = 1e-6;

/**
 * Bayesian fusion (Khushaba et al. 2012): the posteriors of the last N windows are multiplied, as if they were
 * independent witnesses, and normalised.
 */
export class BayesianFusion {
  private readonly recent: Float64Array;
  private held = 0;
  private at = 0;

  /** @param windows N, at least 1; 1 passes posteriors through */
  constructor(
    private readonly windows: number,
    private readonly classes: number,
  ) {
    this.recent = new Float64Array(windows * classes);
  }

  /** Fuse one more posterior; the result goes to `out`. */
  push(posterior: Float64Array, out: Float64Array): void {
    const { recent, classes, windows } = this;
    if (windows === 1) {
      out.set(posterior);
      return;
    }
    for (let k = 0; k < classes; k++)
      recent[this.at * classes + k] = log(posterior[k] > FLOOR ? posterior[k] : FLOOR);
    this.at = (this.at + 1) % windows;
    this.held = Math.min(windows, this.held + 1);
    out.fill(0);
    for (let n = 0; n < this.held; n++) for (let k = 0; k < classes; k++) out[k] += recent[n * classes + k];
    softmax(out);
  }

  /** Back to the start of a stream. */
  reset(): void {
    this.held = this.at = 0;
  }
}
