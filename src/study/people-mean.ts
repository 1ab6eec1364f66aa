import { mean, sampleDeviation } from '../ground/math/statistics.js';
import { studentWithin } from '../ground/math/student.js';

/** A measure over people. */
export interface PeopleMean {
  /** NaN where nobody has the measure. */
  readonly mean: number;
  /** Standard deviation between people, divided by one less; NaN of fewer than two. */
  readonly sd: number;
  /** Where the mean of the population lies with 95 % confidence, by Student's t; NaN of fewer than two. */
  readonly low: number;
  readonly high: number;
  /** People in whom it could be measured. */
  readonly n: number;
}

const CONFIDENCE = 0.95;

/** Mean over people with its interval; those in whom the measure is not finite are left out. */
export function peopleMean(values: readonly number[]): PeopleMean {
  const measured = values.filter(Number.isFinite);
  const n = measured.length;
  const middle = mean(measured);
  if (n < 2) return { mean: middle, sd: NaN, low: NaN, high: NaN, n };
  const sd = sampleDeviation(measured);
  const half = (studentWithin(n - 1, CONFIDENCE) * sd) / Math.sqrt(n);
  return { mean: middle, sd, low: middle - half, high: middle + half, n };
}

/** As JSON, which has no NaN: what could not be measured is null. */
export function peopleMeanJson({ n, ...values }: PeopleMean): Record<string, number | null> {
  const entries = Object.entries(values).map(([name, value]: [string, number]) => [
    name,
    Number.isNaN(value) ? null : value,
  ]);
  return { ...Object.fromEntries(entries), n };
}

/** A mean of shares in percent. Student’s t knows no bounds, a share has them. */
export function inPercent(mean: PeopleMean): PeopleMean {
  const { low, high, ...rest } = hundredfold(mean);
  return { ...rest, low: Math.max(0, low), high: Math.min(100, high) };
}

/** A mean of differences of shares in points. */
export function hundredfold(mean: PeopleMean): PeopleMean {
  return scaled(mean, 100);
}

/** A mean in another unit. */
export function scaled({ mean: middle, sd, low, high, n }: PeopleMean, factor: number): PeopleMean {
  return { mean: factor * middle, sd: factor * sd, low: factor * low, high: factor * high, n };
}
