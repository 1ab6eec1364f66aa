import { Fourier } from '../ground/signal/fft.js';
import { mean } from './statistics.js';
import { sin, square } from '../ground/math/real.js';

/** Power spectral density in V²/Hz at `frequency`. */
export interface Spectrum {
  readonly frequency: readonly number[];
  readonly density: Float64Array;
  /** Hz from bin to bin. */
  readonly step: number;
}

/**
 * Power spectral density by Welch's method: Hann windows that overlap by half, each without its mean.
 * @param segment samples per window, a power of two; 1024 gives 2 Hz at 2 kHz
 */
export function spectrumOf(x: ArrayLike<number>, sampleRateHz: number, segment = 1024): Spectrum {
  const fourier = new Fourier(segment);
  const windowed = new Float64Array(segment);
  const power = new Float64Array(segment / 2 + 1);
  const density = new Float64Array(segment / 2 + 1);
  const hann = Float64Array.from({ length: segment }, (_, i) => square(sin((Math.PI * i) / segment)));
  let windows = 0;
  for (let from = 0; from + segment <= x.length; from += segment / 2, windows++) {
    for (let i = 0; i < segment; i++) windowed[i] = x[from + i];
    const centre = mean(windowed);
    for (let i = 0; i < segment; i++) windowed[i] = (windowed[i] - centre) * hann[i];
    fourier.power(windowed, power);
    for (let bin = 0; bin < density.length; bin++) density[bin] += power[bin];
  }
  // Both halves of the spectrum, energy of the window 3/8 of its length.
  const scale = 2 / (windows * sampleRateHz * segment * 0.375);
  const step = sampleRateHz / segment;
  return {
    density: density.map((value) => value * scale),
    frequency: Array.from(density, (_, bin) => bin * step),
    step,
  };
}

/** RMS of what lies between two frequencies. */
export function bandRms({ frequency, density, step }: Spectrum, lowHz: number, highHz: number): number {
  let power = 0;
  for (let bin = 0; bin < frequency.length; bin++)
    if (frequency[bin] >= lowHz && frequency[bin] < highHz) power += density[bin] * step;
  return Math.sqrt(power);
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
