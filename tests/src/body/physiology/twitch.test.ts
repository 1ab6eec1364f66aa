import { describe, expect, it } from 'vitest';
import { IntervalTable } from '../../../../src/body/physiology/interval-table.js';
import {
  LINEAR_LIMIT,
  MeanForce,
  relativeForce,
  twitchWeight,
} from '../../../../src/body/physiology/twitch.js';

describe('relativeForce', () => {
  it('is linear up to a normalised rate of 0.4 and continuous there', () => {
    expect(relativeForce(0.2)).toBeCloseTo(relativeForce(0.4) / 2, 12);
    expect(relativeForce(LINEAR_LIMIT - 1e-9)).toBeCloseTo(relativeForce(LINEAR_LIMIT), 8);
    expect(relativeForce(LINEAR_LIMIT)).toBeCloseTo(1 - Math.exp(-0.128), 12);
  });

  it('saturates at tetanus', () => {
    expect(relativeForce(2)).toBeGreaterThan(0.9999);
    expect(relativeForce(10)).toBeLessThanOrEqual(1);
  });

  it('is the mean of a regular train of weighted twitches', () => {
    const [time, rate] = [0.05, 18];
    let sum = 0;
    const dt = 1e-4;
    // One period of the steady state: twitches of all earlier discharges overlap.
    for (let t = 0; t < 1 / rate; t += dt)
      for (let k = 0; k < 40; k++) {
        const s = (t + k / rate) / time;
        sum += s * Math.exp(-s) * dt;
      }
    const mean = sum * rate * twitchWeight(time * rate);
    expect(mean).toBeCloseTo(relativeForce(time * rate), 2);
  });
});

describe('MeanForce', () => {
  it('lowers the force of irregular trains near tetanus and agrees in the linear range', () => {
    const mean = new MeanForce(new IntervalTable('normal', 0.2));
    expect(mean.at(0.2)).toBeCloseTo(relativeForce(0.2), 3);
    expect(mean.at(1)).toBeLessThan(relativeForce(1) - 0.02);
    expect(mean.at(0)).toBe(0);
    expect(mean.at(50)).toBeCloseTo(mean.at(4), 12);
  });

  it('tabulates the twitch weight', () => {
    const mean = new MeanForce(new IntervalTable('normal', 0.2));
    for (let x = 0.01; x < 3.9; x += 0.037)
      expect(Math.abs(mean.weight(x) - twitchWeight(x))).toBeLessThan(1.5e-3);
  });
});
