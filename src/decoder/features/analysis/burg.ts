import { ConfigError } from '../../../ground/signal/errors.js';
import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

/**
 * Autoregressive model by Burg's method (Burg 1975; Marple 1980): coefficients a₁ … a_p of the prediction error
 * e[n] = x[n] + Σ a_k x[n−k], which is also how librosa's `lpc`, and LibEMG with it, writes them.
 */
export class Burg extends Analysis {
  readonly coefficients: Float64Array;
  private readonly forward: Float64Array;
  private readonly backward: Float64Array;

  /** @throws ConfigError where the window is not longer than the order */
  constructor(
    context: FeatureContext,
    private readonly order: number,
  ) {
    super(context);
    if (order >= this.length)
      throw new ConfigError(`AR order: got ${order}, expected below the window's ${this.length} samples`, {
        hint: 'Take a longer window or a lower order; 4 is usual.',
      });
    this.coefficients = new Float64Array(order);
    this.forward = new Float64Array(this.length);
    this.backward = new Float64Array(this.length);
  }

  protected compute(): void {
    const { coefficients: a, forward, backward, length } = this;
    const { x } = this.view;
    let cross = 0;
    let energy = 0;
    for (let i = 0; i < length; i++) forward[i] = backward[i] = x[i];
    for (let i = 1; i < length; i++) {
      cross += x[i] * x[i - 1];
      energy += x[i] * x[i] + x[i - 1] * x[i - 1];
    }
    for (let m = 0; m < this.order; m++) {
      const k = energy > 0 ? (-2 * cross) / energy : 0;
      for (let i = 0, j = m - 1; i <= j; i++, j--) {
        const low = a[i];
        const high = a[j];
        a[i] = low + k * high;
        a[j] = high + k * low;
      }
      a[m] = k;
      // Update the errors of this order and sum what the next reflection coefficient needs, in one sweep.
      cross = energy = 0;
      let delayed = backward[m];
      let before = 0;
      for (let i = m + 1; i < length; i++) {
        const f = forward[i] + k * delayed;
        const b = delayed + k * forward[i];
        delayed = backward[i];
        forward[i] = f;
        backward[i] = b;
        if (i > m + 1) {
          cross += f * before;
          energy += f * f + before * before;
        }
        before = b;
      }
    }
  }
}
