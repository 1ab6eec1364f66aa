import { windowedSinc } from './windowed-sinc.js';

/** Periods of the slower rate on each side of a sample that take part in it. */
const REACH = 64;
/** Corner, as share of the slower rate: with this reach, half the rate is 80 dB down. */
const CORNER = 0.48;

/**
 * Turns signals into another sampling rate by windowed-sinc interpolation without delay. Nothing of what lies above
 * half the new rate remains (80 dB); up to 0.46 of the slower rate all is kept. Beyond its ends a signal counts as 0.
 */
export class Resampler {
  private readonly kernels = new Map<number, Float64Array>();
  private readonly half: number;
  /** Corner, cycles per sample of the old rate. */
  private readonly corner: number;

  /**
   * @param fromHz samples per second that come
   * @param toHz samples per second that are wanted
   * @throws RangeError unless both are above 0
   */
  constructor(
    private readonly fromHz: number,
    private readonly toHz: number,
  ) {
    if (!(fromHz > 0 && toHz > 0))
      throw new RangeError(`Resampler: got ${fromHz} to ${toHz} Hz, expected rates above 0`);
    const slower = Math.min(fromHz, toHz);
    this.corner = (CORNER * slower) / fromHz;
    this.half = Math.ceil((REACH * fromHz) / slower);
  }

  /** The same stretch of time at the new rate. */
  process(x: ArrayLike<number>): Float64Array {
    const ratio = this.fromHz / this.toHz;
    const out = new Float64Array(Math.floor((x.length - 1) / ratio + 1e-9) + 1);
    for (let i = 0; i < out.length; i++) {
      const at = i * ratio;
      const whole = Math.floor(at + 1e-9);
      const kernel = this.kernel(at - whole);
      const first = Math.max(0, whole - this.half);
      const last = Math.min(x.length - 1, whole + this.half);
      let sum = 0;
      for (let j = first; j <= last; j++) sum += x[j] * kernel[j - whole + this.half];
      out[i] = sum;
    }
    return out;
  }

  /** Weights of the samples about a place that lies a fraction after one of them. */
  private kernel(fraction: number): Float64Array {
    const key = Math.round(fraction * 1e6);
    const known = this.kernels.get(key);
    if (known) return known;
    const kernel = kaiserSinc(this.half, this.corner, key / 1e6);
    this.kernels.set(key, kernel);
    return kernel;
  }
}

/**
 * A low pass of 80 dB as a sum of weighted samples about a place: a sinc under a Kaiser window.
 * @param half samples on each side
 * @param corner at which half of the amplitude is left, cycles per sample
 * @param place where it lies, samples after the middle one
 * @returns 2 · half + 1 weights, 1 together
 */
export function kaiserSinc(half: number, corner: number, place = 0): Float64Array {
  const kernel = Float64Array.from({ length: 2 * half + 1 }, (_, k) =>
    windowedSinc(k - half - place, corner, half + 1),
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  for (let k = 0; k < kernel.length; k++) kernel[k] /= sum;
  return kernel;
}
