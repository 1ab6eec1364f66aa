import { lineFit, mean } from '../math/statistics.js';
import { sin, square } from '../math/real.js';
import { powerTransform, type PowerTransform } from './power-transform.js';

/** Power spectral density in V²/Hz at `frequency`. */
export interface Spectrum {
  readonly frequency: readonly number[];
  readonly density: Float64Array;
  /** Hz from bin to bin. */
  readonly step: number;
}

/** What is taken off every window before its transform: its mean, or its line of best fit. */
export type Trend = 'mean' | 'line';

/**
 * Power spectral density by Welch's method (1967): Hann windows that overlap by half. One-sided, and equal to SciPy's
 * `welch` of the same segment.
 */
export class Welch {
  private readonly transform: PowerTransform;
  private readonly hann: Float64Array;
  private readonly windowed: Float64Array;
  private readonly power: Float64Array;

  /** @param segment samples per window; transforms of powers of two are fastest */
  constructor(
    readonly segment: number,
    private readonly trend: Trend = 'mean',
  ) {
    this.transform = powerTransform(segment);
    this.hann = Float64Array.from({ length: segment }, (_, i) => square(sin((Math.PI * i) / segment)));
    this.windowed = new Float64Array(segment);
    this.power = new Float64Array((segment >> 1) + 1);
  }

  /** @param x at least `segment` samples */
  spectrum(x: ArrayLike<number>, sampleRateHz: number): Spectrum {
    const { segment, power } = this;
    const density = new Float64Array(power.length);
    const hop = segment - (segment >> 1);
    let windows = 0;
    for (let from = 0; from + segment <= x.length; from += hop, windows++) {
      this.take(x, from);
      this.transform.power(this.windowed, power);
      for (let bin = 0; bin < density.length; bin++) density[bin] += power[bin];
    }
    const energy = this.hann.reduce((sum, w) => sum + square(w), 0);
    const scale = 1 / (windows * sampleRateHz * energy);
    const step = sampleRateHz / segment;
    // Both halves of the spectrum, but for the bins that have no other half.
    const single = (bin: number): boolean => bin === 0 || 2 * bin === segment;
    return {
      density: density.map((value, bin) => value * scale * (single(bin) ? 1 : 2)),
      frequency: Array.from(density, (_, bin) => bin * step),
      step,
    };
  }

  private take(x: ArrayLike<number>, from: number): void {
    const { windowed, hann, segment } = this;
    for (let i = 0; i < segment; i++) windowed[i] = x[from + i];
    const { slope, intercept } =
      this.trend === 'line' ? lineFit(windowed) : { slope: 0, intercept: mean(windowed) };
    for (let i = 0; i < segment; i++) windowed[i] = (windowed[i] - intercept - slope * i) * hann[i];
  }
}

/**
 * Power spectral density by Welch's method, each window without its mean.
 * @param segment samples per window; 1024 gives 2 Hz at 2 kHz
 */
export function spectrumOf(x: ArrayLike<number>, sampleRateHz: number, segment = 1024): Spectrum {
  return new Welch(segment).spectrum(x, sampleRateHz);
}

/** RMS of what lies between two frequencies. */
export function bandRms({ frequency, density, step }: Spectrum, lowHz: number, highHz: number): number {
  let power = 0;
  for (let bin = 0; bin < frequency.length; bin++)
    if (frequency[bin] >= lowHz && frequency[bin] < highHz) power += density[bin] * step;
  return Math.sqrt(power);
}

/** Frequency weighted by power between two frequencies (by default those of surface EMG). */
export function meanFrequency({ frequency, density }: Spectrum, lowHz = 10, highHz = 500): number {
  let sum = 0;
  let power = 0;
  for (let bin = 0; bin < frequency.length; bin++) {
    if (frequency[bin] < lowHz || frequency[bin] > highHz) continue;
    sum += frequency[bin] * density[bin];
    power += density[bin];
  }
  return sum / power;
}

/** Frequency that halves the power between two frequencies (by default those of surface EMG). */
export function medianFrequency(spectrum: Spectrum, lowHz = 10, highHz = 500): number {
  const { frequency, density, step } = spectrum;
  const half = (square(bandRms(spectrum, lowHz, highHz)) / step) * 0.5;
  let sum = 0;
  for (let bin = 0; bin < frequency.length; bin++) {
    if (frequency[bin] < lowHz) continue;
    if (sum + density[bin] >= half) return frequency[bin] + step * ((half - sum) / density[bin] - 0.5);
    sum += density[bin];
  }
  return NaN;
}
