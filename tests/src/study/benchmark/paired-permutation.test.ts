import { describe, expect, it } from 'vitest';
import { holm, pairedPermutation } from '../../../../src/study/benchmark/paired-permutation.js';

describe('paired permutation test', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 2 / 1024],
    [[0.1, 0.2, 0.3], 2 / 8],
    // Sums of all ways: ±6, ±4, ±2, 0, 0; six of eight are as far from none as 2.
    [[3, 1, -2], 6 / 8],
    [[1, -1], 1],
    [[0, 0, 0], 1],
  ])('of %j gives %f', (differences, p) => {
    expect(pairedPermutation(differences)).toEqual({ p, n: differences.length, exact: true });
  });

  it('is two-sided and leaves out who has no number', () => {
    expect(pairedPermutation([-1, -2, NaN, -3]).p).toBe(pairedPermutation([1, 2, 3]).p);
    expect(pairedPermutation([NaN])).toEqual({ p: NaN, n: 0, exact: true });
  });

  it('takes sums that differ by rounding alone for equal', () => {
    // 0.1 + 0.2 − 0.3 is not quite 0 in doubles.
    expect(pairedPermutation([0.1, 0.2, -0.3]).p).toBe(1);
  });

  it('draws of many pairs, near the exact value and alike every time', () => {
    const alternating = Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? -1 : 1));
    const found = pairedPermutation(alternating);
    // Two-sided binomial: at most 5 or at least 15 of 20.
    expect(found.p).toBeCloseTo(0.0414, 2);
    expect(found).toEqual(pairedPermutation(alternating));
    expect(found.exact).toBe(false);
  });
});

describe('holm', () => {
  it('raises the smallest most, and never lowers the order', () => {
    const adjusted = holm([0.01, 0.04, 0.03]);
    [0.03, 0.06, 0.06].forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
    expect(holm([0.5, NaN, 0.9])).toEqual([1, NaN, 1]);
  });
});
