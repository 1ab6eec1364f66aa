import { describe, expect, it } from 'vitest';
import { studentWithin } from '../../../../src/ground/math/student.js';

describe('Student’s distribution', () => {
  // From scipy.stats.t.ppf.
  it.each([
    [1, 0.95, 12.706204736],
    [2, 0.95, 4.30265273],
    [3, 0.95, 3.182446305],
    [4, 0.9, 2.131846786],
    [9, 0.95, 2.262157163],
    [19, 0.95, 2.093024054],
    [20, 0.99, 2.84533971],
    [999, 0.95, 1.962341461],
  ])('with %i degrees of freedom holds %f within %f', (freedom, probability, limit) => {
    expect(studentWithin(freedom, probability)).toBeCloseTo(limit, 7);
  });
});
