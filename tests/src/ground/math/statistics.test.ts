import { describe, expect, it } from 'vitest';
import {
  correlation,
  excessKurtosis,
  fallsBelow,
  lineFit,
  median,
  percentile,
  rectifiedMean,
  rms,
  sampleDeviation,
} from '../../../../src/ground/math/statistics.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

const random = new RandomStream(3, 'measures');
const white = Float64Array.from({ length: 65536 }, () => random.normal());

describe('statistics', () => {
  it('know the shape of densities', () => {
    expect(Math.abs(excessKurtosis(white))).toBeLessThan(0.1);
    expect(excessKurtosis(white.map((x) => x * Math.abs(x)))).toBeGreaterThan(3);
    expect(rectifiedMean(white) / rms(white)).toBeCloseTo(Math.sqrt(2 / Math.PI), 2);
  });

  it('find where a curve falls below a level', () => {
    expect(fallsBelow([0, 1, 2], [10, 6, 2], 4)).toBeCloseTo(1.5, 12);
    expect(fallsBelow([0, 1], [10, 6], 4)).toBeNaN();
  });

  it('find percentiles between values, as NumPy does', () => {
    expect(percentile([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7, 12);
    expect(median([5, 1, 9])).toBe(5);
    expect(median([5, 1, 9, 7])).toBe(6);
    expect(median([])).toBeNaN();
  });

  it('fit lines and correlate', () => {
    expect(lineFit([1, 3, 5])).toEqual({ slope: 2, intercept: 1 });
    expect(lineFit([1, 3], [0, 4])).toEqual({ slope: 0.5, intercept: 1 });
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [1, 1, 1])).toBeNaN();
    expect(sampleDeviation([1, 3])).toBeCloseTo(Math.SQRT2, 12);
  });
});
