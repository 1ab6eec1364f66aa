import { describe, expect, it } from 'vitest';
import { poissonInterval } from '../../../../src/ground/math/poisson.js';

describe('the interval of a count', () => {
  // Quantiles of chi-squared, halved, as SciPy gives them: chi2.ppf([0.025, 0.975], [2k, 2k + 2]) / 2.
  it.each([
    [0, 0, 3.688879],
    [1, 0.025318, 5.571643],
    [3, 0.618672, 8.767273],
    [10, 4.795389, 18.390356],
    [100, 81.363926, 121.627042],
  ])('of %i is exact', (count, low, high) => {
    const interval = poissonInterval(count, 0.95);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it('is found of thousands too', () => {
    const { low, high } = poissonInterval(5000, 0.95);
    expect(low).toBeCloseTo(5000 - 1.96 * Math.sqrt(5000) + 1, -1);
    expect(high).toBeCloseTo(5000 + 1.96 * Math.sqrt(5000) + 2, -1);
  });
});
