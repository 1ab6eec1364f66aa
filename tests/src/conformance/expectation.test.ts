import { describe, expect, it } from 'vitest';
import { expectedText, verdictOf, type Expectation } from '../../../src/conformance/expectation.js';

const named = { what: 'rate', unit: 'Hz' };
const mean: Expectation = { ...named, heldTo: 'standard error', mean: 10, sd: 4, n: 16 };

describe('an expectation', () => {
  it('holds a mean to its standard error', () => {
    expect(verdictOf(mean, [10.9, 11])).toMatchObject({ met: true });
    expect(verdictOf(mean, [11.2, 11])).toMatchObject({ met: false });
    expect(verdictOf(mean, [8]).z).toBe(-0.5);
  });

  it('holds a population to its SD', () => {
    const population: Expectation = { ...named, heldTo: 'SD', mean: 10, sd: 4 };
    expect(verdictOf(population, [13.9]).met).toBe(true);
    expect(verdictOf(population, [5.9]).met).toBe(false);
  });

  it('holds the SD between people to half and double that of real ones', () => {
    const spread: Expectation = { ...named, heldTo: 'half to double', sd: 2, n: 9 };
    expect(verdictOf(spread, [1, 3])).toMatchObject({ met: true, z: Math.SQRT2 / 2 });
    expect(verdictOf(spread, [1, 1.1]).met).toBe(false);
    expect(verdictOf(spread, [0, 10]).met).toBe(false);
  });

  it('holds to limits, and to an order', () => {
    const limits: Expectation = { ...named, heldTo: 'limits', low: 1, high: 2, why: 'published' };
    expect([0.9, 1, 2, 2.1].map((value) => verdictOf(limits, [value]).met)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(expectedText(limits)).toBe('1 to 2 Hz');
    expect(expectedText({ ...limits, heldTo: 'limits', low: 1, high: Infinity, why: '' })).toBe(
      'at least 1 Hz',
    );
    const order: Expectation = { ...named, heldTo: 'order' };
    expect([-1, 0, 0.1].map((value) => verdictOf(order, [value]).met)).toEqual([false, false, true]);
  });

  it('never takes what is not a number for met', () => {
    const order: Expectation = { ...named, heldTo: 'order' };
    for (const expectation of [mean, order]) {
      expect(verdictOf(expectation, [NaN]).met).toBe(false);
      expect(verdictOf(expectation, []).met).toBe(false);
    }
  });
});
