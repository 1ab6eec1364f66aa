import { log10, square } from './real.js';

/** Arithmetic mean; NaN of nothing. */
export function mean(x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i];
  return sum / x.length;
}

/** Mean square distance from the mean. */
export function variance(x: ArrayLike<number>): number {
  const centre = mean(x);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += square(x[i] - centre);
  return sum / x.length;
}

/** Standard deviation about the mean. */
export function standardDeviation(x: ArrayLike<number>): number {
  return Math.sqrt(variance(x));
}

/** Standard deviation of what a sample stands for: divided by one less; NaN of fewer than two. */
export function sampleDeviation(x: ArrayLike<number>): number {
  return Math.sqrt((variance(x) * x.length) / (x.length - 1));
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

/** Value below which a share of the values lies, between the two nearest by linear interpolation; NaN of nothing. */
export function percentile(x: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(x).sort();
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted.length === 0 ? NaN : sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(x: ArrayLike<number>): number {
  return percentile(x, 0.5);
}

/** Correlation by Pearson; NaN where one of the two never changes. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const meanX = mean(x);
  const meanY = mean(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] - meanX;
    const dy = y[i] - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Line of least squares through values at `x`, by default at 0, 1, 2 … */
export function lineFit(
  y: ArrayLike<number>,
  x: ArrayLike<number> = Float64Array.from(y, (_, i) => i),
): { slope: number; intercept: number } {
  const meanX = mean(x);
  const meanY = mean(y);
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < y.length; i++) {
    xx += square(x[i] - meanX);
    xy += (x[i] - meanX) * (y[i] - meanY);
  }
  const slope = xy / xx;
  return { slope, intercept: meanY - slope * meanX };
}

/** A ratio of amplitudes in decibel. */
export function decibel(ratio: number): number {
  return 20 * log10(ratio);
}

/** Place at which a falling curve crosses a level, by linear interpolation; NaN where it never does. */
export function fallsBelow(x: readonly number[], y: readonly number[], level: number): number {
  for (let i = 1; i < x.length; i++)
    if (y[i - 1] >= level && y[i] < level)
      return x[i - 1] + ((x[i] - x[i - 1]) * (y[i - 1] - level)) / (y[i - 1] - y[i]);
  return NaN;
}
