import { describe, expect, it } from 'vitest';
import { Fatigue } from '../../../../src/body/physiology/fatigue.js';
import { motorUnitFields } from '../../../../src/body/physiology/motor-unit-fields.js';
import { createPool } from '../../../../src/body/physiology/motor-unit-pool.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const spec = { ...defaultsOf(motorUnitFields), fatigue: true };
const pool = createPool(
  spec,
  { name: 'm', unitCount: 120, recruitmentRange: 50, peakRateHz: 32, fibreDiameterScale: 1 },
  1,
);
const full = new Float64Array(120).fill(1);
const silent = new Float64Array(120);
const run = (fatigue: Fatigue, seconds: number, force: Float64Array): void => {
  for (let t = 0; t < seconds * 10; t++) fatigue.advance(0.1, force);
};

describe('Fatigue', () => {
  it('takes 2.25 % of its force per second from the last unit and 180 times less from the first', () => {
    const fatigue = new Fatigue(pool);
    run(fatigue, 10, full);
    expect(1 - fatigue.capacity[119]).toBeCloseTo(0.225, 10);
    expect((1 - fatigue.capacity[119]) / (1 - fatigue.capacity[0])).toBeCloseTo(180, 6);
  });

  it('slows contraction by 0.379 of the force lost', () => {
    const fatigue = new Fatigue(pool);
    run(fatigue, 10, full);
    expect(fatigue.slowing[119]).toBeCloseTo(1 + 0.379 * 0.225, 10);
    run(fatigue, 100, full);
    expect(fatigue.capacity[119]).toBe(0);
    expect(fatigue.slowing[119]).toBeCloseTo(1.379, 10);
  });

  it('lets the rate of the last unit sag by 0.67 with a time constant of 22 s, that of the first hardly', () => {
    const fatigue = new Fatigue(pool);
    run(fatigue, 22, full);
    const sag = (25 - fatigue.rate(119, 25)) / (25 - 8 + 2);
    expect(Math.abs(sag - 0.67 * (1 - Math.exp(-1)))).toBeLessThan(0.005);
    expect(35 - fatigue.rate(0, 35)).toBeLessThan(0.05);
  });

  it('lowers conduction velocity, most in large units, and never below the dial', () => {
    const fatigue = new Fatigue(pool);
    run(fatigue, 600, full);
    const fall = spec.velocityDeclinePercent / 100;
    expect(fatigue.velocityScale[119]).toBeCloseTo(1 - fall, 2);
    expect(fatigue.velocityScale[0]).toBeCloseTo(1 - 0.4 * fall, 2);
  });

  it('lengthens the action potential in all units alike, up to the dial', () => {
    const fatigue = new Fatigue(pool);
    expect(fatigue.spikeStretch).toBe(1);
    run(fatigue, 600, full);
    expect(fatigue.spikeStretch).toBeCloseTo(1 + spec.spikeWideningPercent / 100, 2);
    fatigue.reset();
    expect(fatigue.spikeStretch).toBe(1);
  });

  it('recovers at rest with its time constant', () => {
    const fatigue = new Fatigue(pool);
    run(fatigue, 30, full);
    const [loss, slow] = [1 - fatigue.capacity[119], 1 - fatigue.velocityScale[119]];
    run(fatigue, spec.recoveryTimeS, silent);
    expect((1 - fatigue.capacity[119]) / loss).toBeCloseTo(Math.exp(-1), 2);
    expect((1 - fatigue.velocityScale[119]) / slow).toBeCloseTo(Math.exp(-1), 2);
    fatigue.reset();
    expect(fatigue.capacity[119]).toBe(1);
    expect(fatigue.rate(119, 25)).toBe(25);
  });
});
