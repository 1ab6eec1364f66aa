import { describe, expect, it } from 'vitest';
import { Standardizer } from '../../../../src/decoder/training/standardizer.js';

const rows = (n: number, row: (r: number) => number[]): [Float64Array, number, number] => {
  const x = Array.from({ length: n }, (_, r) => row(r));
  return [Float64Array.from(x.flat()), n, x[0].length];
};

describe('Standardizer', () => {
  it.each([0.9, 0.8999999999999998, -1e-12, 1e9, 0.1 + 0.2, 0])(
    'makes a constant %d exactly 0',
    (constant) => {
      for (const n of [2, 3, 7, 21, 1000]) {
        const [x, count, columns] = rows(n, (r) => [Math.sin(r), constant, constant * (1 + (r % 2) * 2e-16)]);
        const standardizer = Standardizer.of(x, count, columns);
        const z = standardizer.applied(x);
        for (let r = 0; r < n; r++) expect([z[3 * r + 1], z[3 * r + 2]]).toEqual([0, 0]);
        // One that comes alive after training says nothing either, nor one that is no number.
        const later = Float64Array.of(0, constant + 5, NaN);
        expect(standardizer.apply(later)).toBe(0);
        expect([...later.slice(1)]).toEqual([0, 0]);
      }
    },
  );

  it('keeps what varies little beside its level', () => {
    const [x, n, columns] = rows(100, (r) => [1 + 1e-8 * Math.sin(r)]);
    const z = Standardizer.of(x, n, columns).applied(x);
    expect(z.reduce((sum, value) => sum + value * value, 0) / n).toBeCloseTo(1, 5);
  });

  it('replaces by the mean what is no number, and counts it', () => {
    const [x, n, columns] = rows(10, (r) => [r, r * r]);
    const row = Float64Array.of(NaN, 81);
    expect(Standardizer.of(x, n, columns).apply(row)).toBe(1);
    expect(row[0]).toBe(0);
    expect(row[1]).toBeGreaterThan(1);
  });
});
