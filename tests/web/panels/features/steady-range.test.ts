import { expect, it } from 'vitest';
import { steadyRange, within } from '../../../../web/panels/features/steady-range.js';

const values = Array.from({ length: 401 }, (_, i) => i / 100);

it('goes from one round number to another, around what there is', () => {
  const { from, to } = steadyRange(values);
  expect(from).toBeLessThanOrEqual(0);
  expect(to).toBeGreaterThanOrEqual(4);
  expect([from * 10, to * 10].every((end) => Math.abs(end - Math.round(end)) < 1e-9)).toBe(true);
  expect(to - from).toBeLessThan(6);
});

it('is not stretched by one value far off, or by none', () => {
  expect(steadyRange([...values, 1e6]).to).toBeLessThan(10);
  expect(steadyRange([...values, NaN, Infinity]).to).toBeLessThan(10);
});

it('stands still while everything is within, grows, and shrinks where it is far too long', () => {
  const first = steadyRange(values);
  expect(steadyRange(values.slice(50, 350), first)).toBe(first);
  expect(steadyRange([...values, ...values.map((v) => v + 3)], first).to).toBeGreaterThanOrEqual(7);
  expect(steadyRange(values.slice(0, 50), first).to).toBeLessThan(1.5);
});

it('has a length even where all values are one, or none', () => {
  for (const same of [[], [0, 0], [5, 5, 5], [-3]]) {
    const { from, to } = steadyRange(same);
    expect(to).toBeGreaterThan(from);
    for (const value of same) expect(Math.abs(within({ from, to }, value))).toBeLessThanOrEqual(1);
  }
});

it('places values from −1 to 1', () => {
  expect([2, 3, 4].map((value) => within({ from: 2, to: 4 }, value))).toEqual([-1, 0, 1]);
});
