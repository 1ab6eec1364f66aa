import { describe, expect, it } from 'vitest';
import { samplesOf, wrapAngle } from '../../../../src/ground/signal/units.js';

describe('units', () => {
  it('rounds durations to whole samples, at least one', () => {
    expect([samplesOf(200, 2000), samplesOf(50, 200), samplesOf(0.1, 1000)]).toEqual([400, 10, 1]);
  });

  it('wraps angles to (−π, π]', () => {
    expect(wrapAngle(3 * Math.PI)).toBeCloseTo(Math.PI);
    expect(wrapAngle(-Math.PI)).toBeCloseTo(Math.PI);
    expect(wrapAngle(-0.5)).toBeCloseTo(-0.5);
  });
});
