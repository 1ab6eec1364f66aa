import { square } from '../../ground/math/real.js';

/** Zero mean and unit variance; zeros where nothing varies. */
export function standardise(x: Float64Array): Float64Array {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  const sd = Math.sqrt(x.reduce((sum, v) => sum + square(v - mean), 0) / x.length);
  return x.map((v) => (sd > 1e-9 ? (v - mean) / sd : 0));
}

/** What of x is not correlated with y, standardised; both are standardised before. */
export function withoutTrend(x: Float64Array, y: Float64Array): Float64Array {
  const overlap = x.reduce((sum, v, i) => sum + v * y[i], 0) / y.length;
  return standardise(x.map((v, i) => v - overlap * y[i]));
}
