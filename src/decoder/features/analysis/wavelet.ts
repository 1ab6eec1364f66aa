import type { FeatureContext } from '../feature-context.js';
import type { FeatureShape } from '../feature-shape.js';
import { Analysis } from './analysis.js';
import { sym8High, sym8Low } from './sym8.js';
import { log2 } from '../../../ground/math/real.js';

const TAPS = 16;

/**
 * Levels of decomposition as Khushaba et al. and LibEMG choose them: down to bands of 1 to 2 Hz at most, whatever
 * the window's length.
 */
export function waveletLevels({ sampleRateHz }: Pick<FeatureShape, 'sampleRateHz'>): number {
  return Math.max(1, Math.floor(log2(sampleRateHz / 2) - 1));
}

/**
 * Discrete wavelet transform of the window with sym8 and half-sample symmetric edges, as PyWavelets' `wavedec`.
 * Bands run from the coarsest: approximation, then details from the deepest level to the first.
 */
export class Wavelet extends Analysis {
  readonly bands: readonly Float64Array[];
  private readonly approximations: readonly Float64Array[];
  private readonly extended: Float64Array;

  constructor(context: FeatureContext) {
    super(context);
    const sizes: number[] = [];
    for (let size = this.length, level = waveletLevels(context); level > 0; level--)
      sizes.push((size = (size + TAPS - 1) >> 1));
    this.approximations = sizes.map((size) => new Float64Array(size));
    const details = sizes.map((size) => new Float64Array(size));
    this.bands = [...this.approximations.slice(-1), ...details.reverse()];
    this.extended = new Float64Array(this.length + 2 * TAPS);
  }

  protected compute(): void {
    const { bands, approximations } = this;
    const levels = approximations.length;
    let input = this.view.x;
    for (let level = 0; level < levels; level++) {
      this.split(input, approximations[level], bands[levels - level]);
      input = approximations[level];
    }
  }

  /** One level: convolve with both filters and keep every second sample. */
  private split(input: Float64Array, low: Float64Array, high: Float64Array): void {
    const { extended } = this;
    const n = input.length;
    for (let i = 0; i < TAPS; i++) {
      extended[TAPS - 1 - i] = input[mirrored(i, n)];
      extended[TAPS + n + i] = input[mirrored(n - 1 - i, n)];
    }
    for (let i = 0; i < n; i++) extended[TAPS + i] = input[i];
    for (let k = 0; k < low.length; k++) {
      const from = TAPS + 2 * k + 1;
      let l = 0;
      let h = 0;
      for (let j = 0; j < TAPS; j++) {
        const x = extended[from - j];
        l += sym8Low[j] * x;
        h += sym8High[j] * x;
      }
      low[k] = l;
      high[k] = h;
    }
  }
}

/** Index of the sample that stands for index i of a series mirrored about its edges again and again. */
function mirrored(i: number, n: number): number {
  const turn = ((i % (2 * n)) + 2 * n) % (2 * n);
  return turn < n ? turn : 2 * n - 1 - turn;
}
