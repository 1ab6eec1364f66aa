import { describe, expect, it } from 'vitest';
import { proportionalFields } from '../../../../src/decoder/proportional/proportional-fields.js';
import {
  proportionalMaps,
  ProportionalSpeed,
} from '../../../../src/decoder/proportional/proportional-speed.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const spec = defaultsOf(proportionalFields);

describe('ProportionalSpeed', () => {
  const speed = ProportionalSpeed.of([10, 110, 5, 5], [0, 0, 1, 1], 2);

  it('has Scheme’s bounds', () => {
    // min 10, max 110: lo = 20, hi = 80.
    expect(speed.speed(0, 20, spec)).toBe(0);
    expect(speed.speed(0, 50, spec)).toBeCloseTo(0.5, 12);
    expect(speed.speed(0, 80, spec)).toBe(1);
    expect(speed.speed(0, 1000, spec)).toBe(1);
    expect(speed.speed(0, 0, spec)).toBe(0);
  });

  it('copes with a class of one amplitude', () => {
    expect(speed.speed(1, 4, spec)).toBe(0);
    expect(speed.speed(1, 5, spec)).toBe(1);
  });

  it('has a slowest speed, and can be switched off', () => {
    expect(speed.speed(0, 50, { ...spec, minimumSpeedPercent: 20 })).toBeCloseTo(0.6, 12);
    expect(speed.speed(0, 0, { ...spec, enabled: false })).toBe(1);
  });

  it.each(Object.entries(proportionalMaps))('%s goes from 0 to 1 without falling', (_, map) => {
    expect(map(0)).toBeCloseTo(0, 12);
    expect(map(1)).toBeCloseTo(1, 12);
    for (let v = 0; v < 1; v += 0.05) expect(map(v + 0.05)).toBeGreaterThan(map(v));
  });

  it('has the shapes it says', () => {
    expect(proportionalMaps.quadratic(0.5)).toBe(0.25);
    expect(proportionalMaps['square-root'](0.25)).toBe(0.5);
    expect(proportionalMaps.logistic(0.5)).toBeCloseTo(0.5, 12);
    expect(proportionalMaps.logistic(0.2)).toBeLessThan(0.1);
  });
});
