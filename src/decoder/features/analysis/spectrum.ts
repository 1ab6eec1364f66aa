import { Fourier, nextPowerOfTwo } from '../../../ground/signal/fft.js';
import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

/**
 * Power spectrum |X/L|² of the window, zero-padded to the next power of two; the lower half, without the Nyquist
 * bin, as LibEMG takes it. The window's mean is kept or taken away first, as `spectrumOffset` says: kept, an offset of
 * a hundred times the EMG leaves every frequency feature at 0 Hz.
 */
export class Spectrum extends Analysis {
  /** Power of each bin. */
  readonly power: Float64Array;
  readonly bins: number;
  /** Distance of bins in Hz. */
  readonly binHz: number;
  /** Sum over all bins. */
  total = 0.5;
  private readonly fourier: Fourier;
  private readonly centred: Float64Array | undefined;

  constructor(context: FeatureContext) {
    super(context);
    const size = Math.max(2, nextPowerOfTwo(this.length));
    this.fourier = new Fourier(size);
    this.bins = size / 2;
    this.binHz = context.sampleRateHz / size;
    this.power = new Float64Array(size / 2 + 1);
    if (context.options.spectrumOffset === 'remove') this.centred = new Float64Array(this.length);
  }

  protected compute(): void {
    const { power, bins, length } = this;
    this.fourier.power(this.centred ? this.aboutMean(this.centred) : this.view.x, power);
    const scale = 1 / (length * length);
    let total = 0;
    for (let i = 0; i < bins; i++) total += power[i] *= scale;
    this.total = total;
  }

  private aboutMean(into: Float64Array): Float64Array {
    const { x } = this.view;
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += x[i] - x[0];
    const mean = x[0] + sum / x.length;
    for (let i = 0; i < x.length; i++) into[i] = x[i] - mean;
    return into;
  }
}
