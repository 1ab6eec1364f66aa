import { describe, expect, it } from 'vitest';
import { motorUnitFields } from '../../../../src/body/physiology/motor-unit-fields.js';
import {
  contractionTimes,
  dischargeRate,
  maximalExcitation,
  peakRates,
  recruitmentEnd,
  recruitmentThresholds,
  twitchForces,
} from '../../../../src/body/physiology/recruitment.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const spec = defaultsOf(motorUnitFields);

describe('recruitmentEnd', () => {
  // Conformance row 1.
  it.each([
    [7.3, 30, 22],
    [17, 50, 41],
    [30, 64, 62],
    [39.7, 70, 73],
    [50, 75, 80],
  ])('range %f ends recruitment at %f %% of excitation and %f %% of force', (range, excitation, force) => {
    const end = recruitmentEnd(range, spec, spec);
    expect(Math.abs(100 * end.excitation - excitation)).toBeLessThan(1);
    expect(Math.abs(100 * end.force - force)).toBeLessThan(1);
  });

  it('hardly depends on the number of units', () => {
    const few = recruitmentEnd(30, spec, spec, 60).force;
    const many = recruitmentEnd(30, spec, spec, 600).force;
    expect(Math.abs(few - many)).toBeLessThan(0.02);
  });
});

describe('pool formulas', () => {
  const thresholds = recruitmentThresholds(120, 30);

  it('spread thresholds exponentially up to the range', () => {
    expect(thresholds[119]).toBeCloseTo(30, 10);
    expect(thresholds[59] ** 2).toBeCloseTo(30, 10);
  });

  it('lower peak rates with the threshold, or raise them in the reverse order', () => {
    const peaks = peakRates(thresholds, spec);
    expect(peaks[119]).toBeCloseTo(25, 10);
    expect(peaks[0]).toBeGreaterThan(34.5);
    const reverse = peakRates(thresholds, { ...spec, peakRateFirstHz: 25, peakRateLastHz: 35 });
    expect(reverse[119]).toBeCloseTo(35, 10);
    expect(reverse[0]).toBeLessThan(25.5);
  });

  it('start discharge at the minimum rate and stop at the peak', () => {
    expect(dischargeRate(9.99, 10, 25, spec)).toBe(0);
    expect(dischargeRate(10, 10, 25, spec)).toBe(8);
    expect(dischargeRate(15, 10, 25, spec)).toBe(13);
    expect(dischargeRate(47, 10, 25, spec)).toBe(25);
    expect(maximalExcitation(thresholds, spec)).toBeCloseTo(47, 10);
  });

  it('give a hundredfold range of force and a threefold range of contraction time', () => {
    const forces = twitchForces(120, 100);
    const times = contractionTimes(forces, spec);
    expect(forces[119]).toBeCloseTo(100, 8);
    expect(times[119]).toBeCloseTo(30, 8);
    expect(times[0]).toBeGreaterThan(89);
  });
});
