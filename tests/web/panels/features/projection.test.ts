import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { fitProjection, type LabelledPoint } from '../../../../web/panels/features/projection.js';

/** Classes that differ in the second feature only, while the first varies most. */
function cloud(classes: number, seed = 3): LabelledPoint[] {
  const random = new RandomStream(seed, 'test');
  return Array.from({ length: 50 * classes }, (_, i) => {
    const k = i % classes;
    return {
      label: `c${k}`,
      values: Float64Array.from([20 * random.normal(), 3 * k + random.normal(), 2 * k * k + random.normal()]),
    };
  });
}

describe('projection of features', () => {
  it('LDA parts classes that the greatest variance hides', () => {
    const points = cloud(3);
    const projection = fitProjection('lda', points);
    const [first, last] = [0, 2].map((k) => {
      const mine = points
        .filter((point) => point.label === `c${k}`)
        .map((point) => projection?.project(point.values)[0] ?? 0);
      const mean = mine.reduce((sum, x) => sum + x, 0) / mine.length;
      return { mean, spread: Math.sqrt(mine.reduce((sum, x) => sum + (x - mean) ** 2, 0) / mine.length) };
    });
    expect(Math.abs((first?.mean ?? 0) - (last?.mean ?? 0))).toBeGreaterThan(3 * (first?.spread ?? Infinity));
  });

  it('tells the share of the variance on each axis, largest first, all of it on as many axes as features', () => {
    const shares = fitProjection('pca', cloud(3), 3)?.components.map(({ share }) => share) ?? [];
    expect(shares).toHaveLength(3);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    // Two features go together, one on its own: two parts of three on the first axis, nearly.
    expect(shares[0]).toBeGreaterThan(0.55);
    expect(shares[1]).toBeCloseTo(1 / 3, 1);
  });

  it('tells the variance that is on the axis', () => {
    const points = cloud(3);
    const projection = fitProjection('pca', points);
    const x = points.map(({ values }) => projection?.project(values)[0] ?? 0);
    const variance = x.reduce((sum, value) => sum + value * value, 0) / x.length;
    expect(variance / 3).toBeCloseTo(projection?.components[0]?.share ?? NaN, 6);
  });

  it('has one axis of LDA less than there are classes', () => {
    expect(fitProjection('lda', cloud(3), 3)?.components).toHaveLength(2);
    expect(fitProjection('lda', cloud(4), 3)?.components).toHaveLength(3);
    expect(fitProjection('lda', cloud(2), 2)).toBeUndefined();
  });

  it('does not turn an axis round when it is fitted anew', () => {
    const before = fitProjection('pca', cloud(3));
    if (!before) throw new Error('no projection');
    const flipped = {
      ...before,
      components: before.components.map(({ weights, share }) => ({ weights: weights.map((w) => -w), share })),
    };
    const place = (points: LabelledPoint[], shown?: typeof before): number =>
      fitProjection('pca', points, 2, shown)?.project([0, 30, 30])[0] ?? 0;
    const next = cloud(3, 4);
    expect(Math.sign(place(next, before))).toBe(Math.sign(before.project([0, 30, 30])[0] ?? 0));
    expect(Math.sign(place(next, flipped))).toBe(-Math.sign(place(next, before)));
  });

  it('waits for enough windows', () => {
    expect(fitProjection('pca', [{ label: 'a', values: new Float64Array(4) }])).toBeUndefined();
  });
});
