import { describe, expect, it } from 'vitest';
import { transferFunction, type TransferQuery } from '../../../../src/body/conductor/transfer-function.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import golden from '../../../golden/conductor.json' with { type: 'json' };

const thigh = [
  [0.007, 2.4e6, 2.4e6],
  [0.014, 0.0055, 0.0055],
  [0.06, 0.13, 0.56],
  [0.063, 0.041, 0.041],
  [0.0645, 0.43, 0.43],
];
const ask = (change: Partial<TransferQuery> = {}): number =>
  transferFunction({ layers: thigh, sourceRadius: 0.05, observeRadius: 0.0645, k: 50, n: 2, ...change });

describe('transferFunction', () => {
  it('meets every reference number to 1e-8', () => {
    let count = 0;
    for (const { layers, sourceRadius, observeRadius, H } of golden.cases)
      for (const [k, n, expected] of H) {
        const got = transferFunction({ layers, sourceRadius, observeRadius, k, n });
        expect(Math.abs(got / expected - 1), `k ${k}, n ${n} at ${observeRadius}`).toBeLessThan(1e-8);
        count++;
      }
    expect(count).toBe(450);
  });

  it('is reciprocal between any two radii in any layers', () => {
    const radii = [0.003, 0.01, 0.02, 0.0599, 0.0601, 0.0645];
    for (const a of radii)
      for (const b of radii)
        for (const n of [0, 1, 9]) {
          const there = ask({ sourceRadius: a, observeRadius: b, n });
          const back = ask({ sourceRadius: b, observeRadius: a, n });
          expect(Math.abs(there / back - 1)).toBeLessThan(1e-9);
        }
  });

  it('is even in k and in n', () => {
    expect(ask({ k: -50 })).toBe(ask());
    expect(ask({ n: -2 })).toBe(ask());
  });

  it('does not change when a tissue is cut into thin layers', () => {
    const [stem, bone, muscle, fat, skin] = thigh;
    const cut = [0.0600001, 0.0605, 0.062].map((r) => [r, ...fat.slice(1)]);
    expect(ask({ layers: [stem, bone, muscle, ...cut, fat, skin] })).toBeCloseTo(ask(), 12);
  });

  it('agrees with the closed forms of a homogeneous cylinder as k goes to 0', () => {
    const radius = 0.05;
    const k = 1e-3;
    // For k → 0 the limb is a cable of conductance σ_z π R²: φ_0 → 1/(k² σ_z π R²).
    const got = transferFunction({
      layers: [[radius, 0.1, 0.4]],
      sourceRadius: 0.02,
      observeRadius: radius,
      k,
      n: 0,
    });
    expect(got * k * k * 0.4 * Math.PI * radius * radius).toBeCloseTo(1, 6);
    // For k → 0 and n ≥ 1 it is the plane problem: 2 (r/R)^n / (4π σ n).
    const plane = transferFunction({
      layers: [[radius, 0.1, 0.4]],
      sourceRadius: 0.02,
      observeRadius: radius,
      k: 0,
      n: 3,
    });
    expect(plane).toBeCloseTo((2 * 0.4 ** 3) / (4 * Math.PI * 0.1 * 3), 12);
  });

  it('shows the stem as a near-equipotential core', () => {
    const without = thigh.slice(1);
    // Near the bone the potential is held down; far outside and at fine detail nothing changes.
    const near = { sourceRadius: 0.016, observeRadius: 0.014, k: 2, n: 0 };
    expect(ask(near)).toBeLessThan(0.8 * ask({ ...near, layers: without }));
    const far = { k: 300, n: 5 };
    expect(ask(far) / ask({ ...far, layers: without })).toBeCloseTo(1, 6);
    // Inside the metal there is no angular difference to speak of.
    expect(ask({ observeRadius: 0.007, n: 2 }) / ask({ observeRadius: 0.014, n: 2 })).toBeLessThan(1e-6);
  });

  it('takes layers as objects and from no bone to many', () => {
    const objects = thigh.map(([outerRadius, sigmaRho, sigmaZ]) => ({ outerRadius, sigmaRho, sigmaZ }));
    expect(ask({ layers: objects })).toBe(ask());
    expect(ask({ layers: thigh.slice(2) })).toBeGreaterThan(0);
  });

  it.each<[string, Partial<TransferQuery>, string]>([
    ['no layers', { layers: [] }, 'layers'],
    ['layers out of order', { layers: [thigh[1], thigh[0]] }, 'layers.1.outerRadius'],
    ['an insulating layer', { layers: [[0.05, 0, 1]] }, 'layers.0.sigmaRho'],
    ['an infinite conductivity', { layers: [[0.07, 1, Infinity]] }, 'layers.0.sigmaZ'],
    ['a source outside', { sourceRadius: 0.07 }, 'sourceRadius'],
    ['an observer on the axis', { observeRadius: 0 }, 'observeRadius'],
    ['k = 0 with n = 0', { k: 0, n: 0 }, 'k'],
    ['a fractional order', { n: 1.5 }, 'n'],
  ])('refuses %s', (_, change, field) => {
    expect(() => ask(change)).toThrow(ConfigError);
    try {
      ask(change);
    } catch (error) {
      expect(error).toMatchObject({ field });
      expect((error as ConfigError).hint).not.toBe('');
    }
  });
});
