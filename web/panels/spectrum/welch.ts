import { Fourier } from '../../../src/ground/signal/fft.js';
import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';

/** Averaged periodogram of the newest samples (Welch 1967: Hann window, half overlap). */
export class Welch {
  /** Power spectral density of bins 0 … size/2, V²/Hz; one-sided. */
  readonly density: Float64Array;
  private readonly fourier: Fourier;
  private readonly window: Float64Array;
  private readonly segment: Float64Array;
  private readonly power: Float64Array;
  private readonly windowPower: number;

  constructor(readonly size: number) {
    this.fourier = new Fourier(size);
    this.window = Float64Array.from(
      { length: size },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size),
    );
    this.windowPower = this.window.reduce((sum, w) => sum + w * w, 0);
    this.segment = new Float64Array(size);
    this.power = new Float64Array(size / 2 + 1);
    this.density = new Float64Array(size / 2 + 1);
  }

  /** Estimate from `segments` half-overlapping stretches before `end`; false while the ring holds too little. */
  estimate(
    ring: RingBuffer,
    channel: number,
    segments: number,
    sampleRateHz: number,
    end = ring.end,
  ): boolean {
    const hop = this.size / 2;
    let used = 0;
    this.density.fill(0);
    for (let s = 0; s < segments; s++) {
      const from = end - this.size - s * hop;
      if (from < ring.start || !this.take(ring, channel, from)) continue;
      this.fourier.power(this.segment, this.power);
      for (let k = 0; k < this.power.length; k++) this.density[k] += this.power[k] as number;
      used++;
    }
    if (used === 0) return false;
    const scale = 2 / (used * sampleRateHz * this.windowPower);
    for (let k = 0; k < this.density.length; k++) this.density[k] *= scale;
    return true;
  }

  /** Frequency that halves the power between `fromHz` and half the sample rate. */
  medianHz(sampleRateHz: number, fromHz = 10): number {
    const step = sampleRateHz / this.size;
    const first = Math.ceil(fromHz / step);
    let total = 0;
    for (let k = first; k < this.density.length; k++) total += this.density[k] as number;
    let sum = 0;
    for (let k = first; k < this.density.length; k++) {
      sum += this.density[k] as number;
      if (sum >= total / 2) return total > 0 ? k * step : NaN;
    }
    return NaN;
  }

  // A stretch with lost samples has no spectrum.
  private take(ring: RingBuffer, channel: number, from: number): boolean {
    for (let i = 0; i < this.size; i++) {
      const value = ring.at(channel, from + i);
      if (Number.isNaN(value)) return false;
      this.segment[i] = value * (this.window[i] as number);
    }
    return true;
  }
}
