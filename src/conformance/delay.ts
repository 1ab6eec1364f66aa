import { Fourier, nextPowerOfTwo } from '../ground/signal/fft.js';
import { cos, sin, square } from '../ground/math/real.js';

/**
 * Time by which `later` lags behind `earlier`, at the peak of their cross-correlation, in s. Computed on a grid 16
 * times finer than the samples by padding the spectrum, with a parabola through the peak.
 * @param longest largest lag looked at, s
 */
export function delayBetween(
  earlier: ArrayLike<number>,
  later: ArrayLike<number>,
  sampleRateHz: number,
  longest: number,
): number {
  const finer = 16;
  const size = nextPowerOfTwo(earlier.length + longest * sampleRateHz);
  const fourier = new Fourier(size);
  const a = complexOf(earlier, size, fourier);
  const b = complexOf(later, size, fourier);
  const reach = Math.ceil(longest * sampleRateHz * finer);
  const lags = Array.from({ length: 2 * reach + 1 }, (_, i) => (i - reach) / finer);
  const correlation = correlationAt(a, b, size, lags);
  let peak = 1;
  for (let i = 1; i < lags.length - 1; i++) if (correlation[i] > correlation[peak]) peak = i;
  const [low, top, high] = [correlation[peak - 1], correlation[peak], correlation[peak + 1]];
  const shift = (low - high) / (2 * (low - 2 * top + high));
  return (lags[peak] + shift / finer) / sampleRateHz;
}

function complexOf(x: ArrayLike<number>, size: number, fourier: Fourier): Float64Array {
  const values = new Float64Array(2 * size);
  for (let i = 0; i < x.length; i++) values[2 * i] = x[i];
  fourier.transform(values, values);
  return values;
}

/** Cross-correlation at lags between the samples: band-limited interpolation of the whole-sample one. */
function correlationAt(
  a: Float64Array,
  b: Float64Array,
  size: number,
  lags: readonly number[],
): Float64Array {
  const product = new Float64Array(2 * size);
  for (let bin = 0; bin < size; bin++) {
    const [ar, ai, br, bi] = [a[2 * bin], a[2 * bin + 1], b[2 * bin], b[2 * bin + 1]];
    product[2 * bin] = ar * br + ai * bi;
    product[2 * bin + 1] = ar * bi - ai * br;
  }
  new Fourier(size).inverse(product, product);
  return Float64Array.from(lags, (lag) => interpolated(product, size, lag));
}

/** Windowed-sinc interpolation over 16 samples on each side. */
function interpolated(values: Float64Array, size: number, at: number): number {
  const reach = 16;
  const middle = Math.floor(at);
  let sum = 0;
  for (let k = middle - reach + 1; k <= middle + reach; k++) {
    const t = at - k;
    const sinc = t === 0 ? 1 : sin(Math.PI * t) / (Math.PI * t);
    sum += values[2 * (((k % size) + size) % size)] * sinc * square(cos((Math.PI * t) / (2 * reach)));
  }
  return sum;
}
