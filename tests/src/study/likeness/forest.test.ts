import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { areaUnderRoc, Forest } from '../../../../src/study/likeness/forest.js';

/** Rows of noise; of the positive kind the third feature is shifted, and the first two lie on another diagonal. */
function rowsOf(shift: number, crossed: boolean, seed: number, count = 400) {
  const random = new RandomStream(seed, 'tests/forest');
  const positive = Array.from({ length: count }, (_, i) => i % 2 === 0);
  const x = positive.map((is) => {
    const a = random.normal();
    const b = 0.3 * random.normal() + (is && crossed ? -a : a);
    return Float64Array.of(a, b, random.normal() + (is ? shift : 0), random.normal());
  });
  return { x, positive };
}

function aucOf(shift: number, crossed: boolean): number {
  const learned = rowsOf(shift, crossed, 1, 1600);
  const tested = rowsOf(shift, crossed, 2);
  const forest = new Forest(learned.x, learned.positive);
  return areaUnderRoc(
    tested.x.map((row) => forest.score(row)),
    tested.positive,
  );
}

describe('a forest', () => {
  it('finds a shift of one SD as well as theory allows, and names the feature', () => {
    // Two normal densities a distance d apart: AUC Φ(d / √2), 0.921 for 2.
    expect(Math.abs(aucOf(2, false) - 0.921)).toBeLessThan(0.04);
    const { x, positive } = rowsOf(2, false, 1);
    const { importance } = new Forest(x, positive);
    expect([...importance].indexOf(Math.max(...importance))).toBe(2);
    expect(importance.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
  });

  it('finds a difference that no feature has alone', () => {
    expect(aucOf(0, true)).toBeGreaterThan(0.9);
  });

  it('finds none where there is none', () => {
    // The standard error of an AUC of chance is √((n + 1) / 12 n₁ n₂) = 0.029 for 200 and 200.
    expect(Math.abs(aucOf(0, false) - 0.5)).toBeLessThan(0.09);
  });

  it('is the same for the same seed only', () => {
    const { x, positive } = rowsOf(1, false, 3);
    const scores = (seed: number): number[] => {
      const forest = new Forest(x, positive, { seed, trees: 7 });
      return x.map((row) => forest.score(row));
    };
    expect(scores(5)).toEqual(scores(5));
    expect(scores(5)).not.toEqual(scores(6));
  });

  it('does with rows that are all of a kind, or all alike', () => {
    const one = new Forest([Float64Array.of(1), Float64Array.of(2)], [true, true]);
    expect(one.score([1.5])).toBe(1);
    expect([...one.importance]).toEqual([0]);
    const alike = new Forest(
      Array.from({ length: 40 }, () => Float64Array.of(1)),
      Array.from({ length: 40 }, (_, i) => i % 2 === 0),
    );
    expect(Math.abs(alike.score([1]) - 0.5)).toBeLessThan(0.1);
  });
});

describe('the area under the ROC', () => {
  it('counts ties half', () => {
    expect(areaUnderRoc([1, 2, 3, 4], [false, false, true, true])).toBe(1);
    expect(areaUnderRoc([1, 2, 3, 4], [true, true, false, false])).toBe(0);
    expect(areaUnderRoc([1, 1, 1, 1], [false, true, false, true])).toBe(0.5);
    expect(areaUnderRoc([1, 2, 2, 3], [false, true, false, true])).toBe(0.875);
    expect(areaUnderRoc([1, 2], [true, true])).toBeNaN();
  });
});
