import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../src/ground/signal/random.js';

function moments(draw: () => number, n = 200_000): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = draw();
    sum += x;
    squares += x * x;
  }
  return { mean: sum / n, variance: squares / n - (sum / n) ** 2 };
}

describe('RandomStream', () => {
  it('repeats itself for the same seed and name', () => {
    const a = new RandomStream(7, 'noise');
    const b = new RandomStream(7, 'noise');
    expect(Array.from({ length: 50 }, () => a.uint32())).toEqual(
      Array.from({ length: 50 }, () => b.uint32()),
    );
  });

  it('gives unrelated streams for another name or seed', () => {
    const draws = (seed: number, name: string): number[] => {
      const stream = new RandomStream(seed, name);
      return Array.from({ length: 1000 }, () => stream.uniform() - 0.5);
    };
    const reference = draws(7, 'noise');
    for (const other of [draws(8, 'noise'), draws(7, 'mains')]) {
      const correlation = reference.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0) / (1000 / 12);
      expect(Math.abs(correlation)).toBeLessThan(0.12);
    }
  });

  it('is pinned: the same bits on every machine', () => {
    const stream = new RandomStream(1, 'golden');
    expect([stream.uint32(), stream.uint32(), stream.uint32()]).toMatchInlineSnapshot(`
      [
        256607971,
        288772110,
        1934256960,
      ]
    `);
  });

  it('draws the distributions it names', () => {
    const stream = new RandomStream(3, 'moments');
    const uniform = moments(() => stream.uniform());
    expect(uniform.mean).toBeCloseTo(0.5, 2);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = moments(() => stream.normal());
    expect(normal.mean).toBeCloseTo(0, 1.5);
    expect(normal.variance).toBeCloseTo(1, 1);
    const gamma = moments(() => stream.gamma(25));
    expect(gamma.mean / 25).toBeCloseTo(1, 2);
    expect(gamma.variance / 25).toBeCloseTo(1, 1);
    expect(moments(() => stream.exponential()).mean).toBeCloseTo(1, 1);
  });
});
