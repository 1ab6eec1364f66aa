import { square } from '../ground/math/real.js';

/** Arithmetic mean; NaN of nothing. */
export function mean(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i];
  return sum / x.length;
}

/** Standard deviation about the mean. */
export function standardDeviation(x: ArrayLike<number>): number {
  const centre = mean(x);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += square(x[i] - centre);
  return Math.sqrt(sum / x.length);
}

/** Root-mean-square. */
export function rms(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return Math.sqrt(sum / x.length);
}

/** Mean of the rectified signal. */
export function rectifiedMean(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum / x.length;
}

/** Fourth moment over the squared second, less 3: 0 for a Gaussian density, above for a peaked one. */
export function excessKurtosis(x: ArrayLike<number>): number {
  const centre = mean(x);
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < x.length; i++) {
    const squared = square(x[i] - centre);
    second += squared;
    fourth += squared * squared;
  }
  return (fourth * x.length) / square(second) - 3;
}

/** Place at which a falling curve crosses a level, by linear interpolation; NaN where it never does. */
export function fallsBelow(x: readonly number[], y: readonly number[], level: number): number {
  for (let i = 1; i < x.length; i++)
    if (y[i - 1] >= level && y[i] < level)
      return x[i - 1] + ((x[i] - x[i - 1]) * (y[i - 1] - level)) / (y[i - 1] - y[i]);
  return NaN;
}
