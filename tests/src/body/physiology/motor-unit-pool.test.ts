import { describe, expect, it } from 'vitest';
import { motorUnitFields } from '../../../../src/body/physiology/motor-unit-fields.js';
import { createPool } from '../../../../src/body/physiology/motor-unit-pool.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const spec = defaultsOf(motorUnitFields);
const muscle = {
  name: 'biceps',
  unitCount: 120,
  recruitmentRange: 30,
  peakRateHz: 32,
  fibreDiameterScale: 1,
};
const mean = (x: Float64Array): number => x.reduce((sum, v) => sum + v, 0) / x.length;
const correlation = (x: Float64Array, y: Float64Array): number => {
  const [mx, my] = [mean(x), mean(y)];
  const xy = mean(x.map((v, i) => (v - mx) * (y[i] - my)));
  return xy / Math.sqrt(mean(x.map((v) => (v - mx) ** 2)) * mean(y.map((v) => (v - my) ** 2)));
};

describe('createPool', () => {
  it.each([1, 2, 77])(
    'gives velocities of 2.6 to 5.3 m/s about 3.7 that follow twitch force (seed %i)',
    (seed) => {
      const { conductionVelocity, twitchForce } = createPool(spec, muscle, seed);
      expect(mean(conductionVelocity)).toBeCloseTo(3.7, 1);
      expect(Math.min(...conductionVelocity)).toBeGreaterThanOrEqual(2.6);
      expect(Math.max(...conductionVelocity)).toBeLessThanOrEqual(5.3 + 1e-12);
      expect(correlation(conductionVelocity, twitchForce)).toBeGreaterThan(0.84);
      expect(correlation(conductionVelocity, twitchForce)).toBeLessThan(0.9);
    },
  );

  it('gives large units more fibres, exponentially', () => {
    const { fibreCount } = createPool(spec, muscle, 1);
    expect(fibreCount[0]).toBe(21);
    expect(fibreCount[119]).toBe(1764);
    expect(Math.abs(fibreCount[60] / Math.sqrt(21 * 1764) - 1)).toBeLessThan(0.05);
  });

  it('slows thin fibres', () => {
    const thin = createPool(spec, { ...muscle, fibreDiameterScale: 0.7 }, 1);
    expect(mean(thin.conductionVelocity)).toBeLessThan(3.1);
    expect(mean(thin.conductionVelocity)).toBeGreaterThan(2.6);
  });

  it('has the number of units and the range of its muscle', () => {
    const pool = createPool(spec, { ...muscle, unitCount: 90, recruitmentRange: 12 }, 1);
    expect(pool.size).toBe(90);
    expect(pool.recruitmentThreshold[89]).toBeCloseTo(12, 10);
    expect(createPool(spec, { ...muscle, unitCount: 1 }, 1).conductionVelocity[0]).toBeCloseTo(3.7, 10);
  });

  it('depends on seed and name of the muscle alone', () => {
    const velocities = (name: string, seed: number): string =>
      createPool(spec, { ...muscle, name }, seed).conductionVelocity.join();
    expect(velocities('biceps', 1)).toBe(velocities('biceps', 1));
    expect(velocities('biceps', 1)).not.toBe(velocities('triceps', 1));
    expect(velocities('biceps', 1)).not.toBe(velocities('biceps', 2));
  });
});
