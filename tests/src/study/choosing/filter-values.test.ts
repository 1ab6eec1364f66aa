import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { criterionNames } from '../../../../src/study/choosing/criteria.js';
import { filterValues, type FilterTask } from '../../../../src/study/choosing/filter-values.js';
import { levelsOf, mutualInformation } from '../../../../src/study/choosing/mutual-information.js';
import { placesOf } from '../../../../src/study/choosing/places.js';

/** Numbers within (0, 1) that NumPy makes, too. */
const scattered = (i: number, k: number): number =>
  ((i * i * i * (k + 3) + i * i * 7919 * (k + 1) * (k + 1) + k * 104729 + i * 31) % 1009) / 1009;
const labels = Array.from({ length: 24 }, (_, i) => 'abc'[i % 3] ?? '');
const groups = labels.map((_, i) => Math.floor(i / 6));
const x = labels.map((label, i) => [
  (label === 'b' ? 1 : 0) + 0.5 * scattered(i, 0),
  (label === 'c' ? 2 : 0) + 0.4 * (groups[i] ?? 0) * scattered(i, 1),
  scattered(i, 2),
  3 * scattered(i, 3) + 0.2 * (i % 3),
]);
const items = [
  { name: 'both', columns: [0, 1] },
  { name: 'noise', columns: [2, 3] },
  { name: 'one', columns: [1] },
];

describe('filter criteria', () => {
  // NumPy 2.4: np.cov, np.linalg.pinv and np.linalg.eigvalsh of each class of the same numbers.
  it.each([
    ['fisherRatio', [9.579075186, 0.101758213, 8.07442072]],
    ['daviesBouldin', [0.419547175, 19.195878989, 2.478669776]],
    ['separability', [2.891206045, 0.1738366, 1.010040981]],
    ['repeatability', [0.776059182, 0.771918567, 0.642891398]],
    ['semiPrincipalAxis', [0.303358435, 0.908285824, 0.345194623]],
    ['resIndex', [7.129738456, 0.639898603, 3.993587504]],
    ['mutualInformation', [0.853656536, 0.353656536, 0.87959638]],
  ] as const)('%s is that of NumPy', (name, wanted) => {
    filterValues({ x, labels, groups, items })[name].forEach((value, n) =>
      expect(value).toBeCloseTo(wanted[n] ?? NaN, 7),
    );
  });

  it('have no value of what never changes, which is placed last', () => {
    const dead: FilterTask = {
      x: x.map((row) => [...row, 5]),
      labels,
      groups,
      items: [{ name: 'dead', columns: [4] }, ...items],
    };
    const values = filterValues(dead);
    for (const name of criterionNames) {
      expect(values[name][0], name).toBeNaN();
      expect(placesOf(values[name], 'higher')[0]).toBe(4);
    }
  });

  it('take what is new before what is known, where redundancy counts', () => {
    const random = new RandomStream(5, 'tests/filter-values');
    const names = Array.from({ length: 400 }, (_, i) => 'abcd'[i % 4] ?? '');
    const rows = names.map((label) => {
      const strong = 'ab'.includes(label) ? 1 : 0;
      const told = strong + 0.3 * random.normal();
      return [told, told + 0.01 * random.normal(), ('ac'.includes(label) ? 1 : 0) + 0.6 * random.normal()];
    });
    const values = filterValues({
      x: rows,
      labels: names,
      groups: names.map((_, i) => i % 5),
      items: ['strong', 'copy', 'weak'].map((name, n) => ({ name, columns: [n] })),
    });
    expect(placesOf(values.mutualInformation, 'higher')[2]).toBe(3);
    expect(values.mrmr[2]).toBe(2);
  });
});

describe('mutual information', () => {
  it('is one bit of what halves four classes, and none of what is constant', () => {
    const halves = [0, 0, 1, 1, 0, 0, 1, 1];
    expect(mutualInformation(halves, [0, 1, 2, 3, 0, 1, 2, 3])).toBeCloseTo(1, 12);
    expect(mutualInformation([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
  });

  it('levels numbers by fifths, equals alike', () => {
    expect([...levelsOf([10, 3, 7, 1, 5])]).toEqual([4, 1, 3, 0, 2]);
    expect(new Set(levelsOf([0, 0, 0, 0, 0, 0, 0, 1])).size).toBe(2);
  });
});

it('places equals alike, and what has no value last', () => {
  expect(placesOf([3, 1, 3, NaN, 2], 'higher')).toEqual([1.5, 4, 1.5, 5, 3]);
  expect(placesOf([3, 1, NaN, NaN], 'lower')).toEqual([2, 1, 3.5, 3.5]);
  expect(placesOf([NaN, NaN], 'lower')).toEqual([NaN, NaN]);
});
