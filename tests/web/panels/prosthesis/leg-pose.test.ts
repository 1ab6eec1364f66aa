import { describe, expect, it } from 'vitest';
import {
  legAbove,
  legAt,
  lowest,
  SHANK,
  SOLE,
  soundLeg,
  standOf,
  THIGH,
} from '../../../../web/panels/prosthesis/leg-pose.js';
import { hipAt } from '../../../../web/panels/prosthesis/leg-solids.js';
import { length, minus } from '../../../../web/panels/prosthesis/space.js';

describe('pose of the legs', () => {
  it('stands on the ground, seated, rising and standing, as the knee straightens with the body', () => {
    const feet: number[] = [];
    for (let rise = 0; rise <= 1; rise += 0.1) {
      const leg = legAbove(hipAt(standOf(rise), 1), 0, { knee: 90 * (1 - rise), ankle: 0 }, rise < 0.04);
      expect(lowest(leg)).toBeGreaterThan(-1);
      expect(lowest(leg)).toBeLessThan(3);
      feet.push(leg.ankle.at[0]);
    }
    // The foot stays where it is.
    expect(Math.max(...feet) - Math.min(...feet)).toBeLessThan(25);
  });

  it('never goes through the floor, however the foot hangs', () => {
    for (const knee of [0, 30, 60, 90, 120])
      for (const ankle of [-45, 0, 20])
        expect(lowest(legAbove(hipAt(standOf(0), 1), 0, { knee, ankle }, true))).toBeGreaterThan(-2);
  });

  it('is lifted as high as it was told', () => {
    expect(lowest(legAbove(hipAt(standOf(1), 1), 60, { knee: 40, ankle: 0 }, false))).toBeCloseTo(60, 0);
  });

  it('brings the shank back by the knee, toes up by the ankle and inwards by internal rotation', () => {
    const straight = legAt([0, 900, 95], 0, { knee: 0, ankle: 0 });
    expect(straight.ankle.at[1]).toBeCloseTo(900 - THIGH - SHANK, 6);
    expect(legAt([0, 900, 95], 0, { knee: 60 }).ankle.at[0]).toBeLessThan(-300);
    expect(legAt([0, 900, 95], 0, { ankle: 20 }).ankle.palm[1]).toBeGreaterThan(0.3);
    // The middle of the body is behind a leg on the near side.
    expect(legAt([0, 900, 95], 0, { 'tibial-rotation': 30 }).ankle.palm[2]).toBeLessThan(-0.4);
  });

  it('can walk: each hip has an angle of its own', () => {
    expect(legAt([0, 900, 95], 25, { knee: 10 }).ankle.at[0]).toBeGreaterThan(200);
    expect(legAt([0, 900, -95], -15, { knee: 10 }).ankle.at[0]).toBeLessThan(-200);
  });

  it('keeps the sound foot flat where it stands, with bones as long as they are', () => {
    for (const rise of [0, 0.3, 0.7, 1]) {
      const { thigh, shank, ankle } = soundLeg(hipAt(standOf(rise), -1));
      expect(ankle.at[1]).toBe(SOLE);
      expect(length(minus(shank.at, thigh.at))).toBeCloseTo(THIGH, 3);
      expect(length(minus(ankle.at, shank.at))).toBeCloseTo(SHANK, 0);
    }
  });
});
