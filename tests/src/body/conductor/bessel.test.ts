import { describe, expect, it } from 'vitest';
import { besselI, besselK, logBesselI, logBesselK } from './bessel-values.js';
import table from '../../../golden/bessel.json' with { type: 'json' };
import wide from '../../../golden/bessel-wide.json' with { type: 'json' };

describe('modified Bessel functions', () => {
  it.each([
    ['the reference table', table.rows],
    ['orders to 150 and arguments from 1e-6 to 1e4', wide.rows],
  ])('agree with SciPy on %s', (_, rows) => {
    expect(rows.length).toBeGreaterThan(60);
    for (const [n, x, i, k] of rows) {
      expect(Math.abs(besselI(n, x) / i - 1), `I_${n}(${x})`).toBeLessThan(1e-12);
      expect(Math.abs(besselK(n, x) / k - 1), `K_${n}(${x})`).toBeLessThan(1e-12);
    }
  });

  it('stay finite in the logarithm where the functions leave the range of a double', () => {
    // I_n(x) K_n(x) → 1/2n for n ≫ x.
    for (const n of [100, 150]) {
      const logs = logBesselI(n, 1e-6) + logBesselK(n, 1e-6);
      expect(logs).toBeCloseTo(-Math.log(2 * n), 6);
    }
    expect(besselK(150, 1e-6)).toBe(Infinity);
    expect(besselI(150, 1e-6)).toBe(0);
  });

  it('satisfy the Wronskian on both sides of the change of method', () => {
    for (const x of [1.999999, 2, 2.000001, 700])
      for (const n of [0, 3, 40]) {
        const product = besselI(n, x) * besselK(n + 1, x) + besselI(n + 1, x) * besselK(n, x);
        expect(product * x).toBeCloseTo(1, 11);
      }
  });
});
