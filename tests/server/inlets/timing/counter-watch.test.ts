import { expect, it } from 'vitest';
import { CounterWatch } from '../../../../server/inlets/timing/counter-watch.js';

/** Rows missing before each of the numbers, once the counter is understood. */
function missing(numbers: readonly number[]): number {
  const watch = new CounterWatch();
  return numbers.reduce((sum, number) => sum + watch.before(number), 0);
}
const upTo = (n: number, each: (k: number) => number): number[] =>
  Array.from({ length: n }, (_, k) => each(k));

it('counts what is missing: by ones, by twos, and round a power of two', () => {
  expect(missing(upTo(600, (k) => k))).toBe(0);
  expect(missing(upTo(600, (k) => k % 256))).toBe(0);
  expect(missing(upTo(600, (k) => k).filter((k) => k < 200 || k >= 210))).toBe(10);
  expect(missing(upTo(600, (k) => 2 * k).filter((k) => k < 200 || k >= 220))).toBe(10);
  const wrapping = upTo(600, (k) => k).filter((k) => k < 500 || k >= 520);
  expect(missing(wrapping.map((k) => k % 256))).toBe(20);
});

it('does not believe what follows no rule, nor count a new beginning', () => {
  expect(missing(upTo(600, (k) => (k * 7919) % 101))).toBe(0);
  expect(missing(upTo(600, (k) => Math.floor(k / 3)))).toBe(0);
  expect(missing([...upTo(100, (k) => k), ...upTo(100, (k) => k)])).toBe(0);
  expect(missing(upTo(200, () => NaN))).toBe(0);
});
