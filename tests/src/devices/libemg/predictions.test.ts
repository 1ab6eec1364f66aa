import { describe, expect, it } from 'vitest';
import { classText, posteriorsText, regressionText } from '../../../../src/devices/libemg/predictions.js';

describe('LibEMG predictions', () => {
  it('are posteriors, velocity and time, apart by a blank', () => {
    expect(posteriorsText([0.9, 0.1], 0.5, 1_700_000_000.25)).toBe('0.9 0.1 0.5 1700000000.25');
    expect(posteriorsText([1, 0], undefined, 1_700_000_000)).toBe('1 0 1700000000');
  });
  it('are the class and its velocity', () => {
    expect(classText(3, 0.25)).toBe('3 0.25\n');
    expect(classText(-1, undefined)).toBe('-1\n');
  });
  it('are a velocity for each joint and the time', () => {
    expect(regressionText([-0.5, 0], 1_700_000_000.5)).toBe('[-0.5 0] 1700000000.5\n');
  });
  it('never have an exponent or more than six decimals, which readers do not know', () => {
    expect(regressionText([1e-9, -1e-7, 1 / 3], 100)).toBe('[0 0 0.333333] 100\n');
    const many = posteriorsText(Array<number>(32).fill(1 / 3), 1 / 3, 1_700_000_000.123456);
    expect(many.length).toBeLessThan(400);
  });
});
