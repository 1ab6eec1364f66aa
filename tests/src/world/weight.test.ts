import { describe, expect, it } from 'vitest';
import { RunningWorld } from '../../../src/world/running-world.js';
import { Weight } from '../../../src/world/weight.js';
import type { WorldSetting } from '../../../src/world/world.js';

const setting = (loadShare: number): WorldSetting => ({
  joints: new Map(),
  userMassKg: 80,
  loadShare,
  seed: 1,
});

/** Somebody who stands, with the ankle so. */
function standing(weight: Weight, ankle: number, seconds: number): (number | undefined)[] {
  return Array.from({ length: 100 * seconds }, () =>
    weight.pass(0.01, { positions: { knee: 0, ankle } }, 1, true),
  );
}

describe('weight on the prosthesis', () => {
  it('is half of the body where all is allowed, and less than the limit at every stage', () => {
    const whole = new Weight(setting(1));
    expect(standing(whole, 0, 2).every((over) => over === undefined)).toBe(true);
    expect(whole.loadKg).toBeCloseTo(40, 1);
    for (const share of [0.1, 0.25, 0.6]) {
      const weight = new Weight(setting(share));
      standing(weight, 0, 2);
      expect(weight.limitKg).toBeCloseTo(80 * share, 6);
      expect(weight.loadKg).toBeLessThan(weight.limitKg);
      expect(weight.loadKg).toBeGreaterThan(0.7 * Math.min(40, weight.limitKg));
    }
  });

  it('exceeds a low limit where the toes press, told once until it is back', () => {
    const weight = new Weight(setting(0.2));
    const told = [...standing(weight, -30, 1), ...standing(weight, 0, 1), ...standing(weight, -30, 1)];
    expect(told.filter((over) => over !== undefined)).toHaveLength(2);
  });

  it('is less from then on of whoever had too much on it: they take more on the crutches, and forget it slowly', () => {
    const weight = new Weight(setting(0.2));
    standing(weight, 0, 2);
    const before = weight.loadKg;
    const told = Array.from({ length: 6 }, () => [...standing(weight, -30, 1), ...standing(weight, 0, 1)]);
    const counts = told.map((some) => some.filter((over) => over !== undefined).length);
    expect(counts[0]).toBe(1);
    expect(counts.at(-1)).toBe(0);
    expect(weight.loadKg).toBeLessThan(0.5 * before);
    standing(weight, 0, 600);
    expect(weight.loadKg).toBeGreaterThan(0.95 * before);
  });

  it('exceeds a low limit where the knee straightens fast under the body, not where slowly', () => {
    const rises = (degPerS: number): number => {
      const weight = new Weight(setting(0.2));
      let told = 0;
      for (let knee = 88; knee > 0; knee -= degPerS / 100)
        if (weight.pass(0.01, { positions: { knee } }, 1 - knee / 88, true) !== undefined) told++;
      return told;
    };
    expect(rises(15)).toBe(0);
    expect(rises(150)).toBeGreaterThan(0);
  });

  it('is none on a foot that is in the air', () => {
    const weight = new Weight(setting(1));
    for (let n = 0; n < 200; n++) weight.pass(0.01, { positions: {} }, 1, false);
    expect(weight.loadKg).toBe(0);
  });
});

describe('sit to stand', () => {
  const joints: WorldSetting['joints'] = new Map([
    ['knee', { min: 0, max: 120, maxSpeed: 250, maxAcceleration: 3000 }],
  ]);
  const passed = (knees: readonly number[], loadShare = 1) => {
    const world = new RunningWorld('sit-to-stand', { ...setting(loadShare), joints }, 1000);
    let index = 0;
    const views = knees.map((knee) => {
      for (let n = 0; n < 5; n++) world.pass(20, (index += 20), { positions: { knee } });
      return world.view();
    });
    return { views, world };
  };
  const hold = (knee: number, tenths: number): number[] => Array.from({ length: tenths }, () => knee);
  const ramp = (from: number, to: number, tenths: number): number[] =>
    Array.from({ length: tenths }, (_, n) => from + ((to - from) * (n + 1)) / tenths);

  it('rises as the knee straightens, stands, sits down as it bends, and counts that', () => {
    const { views } = passed([
      ...hold(90, 15),
      ...ramp(90, 0, 20),
      ...hold(0, 35),
      ...ramp(0, 90, 20),
      ...hold(90, 5),
    ]);
    const phases = [...new Set(views.map(({ phase }) => phase))];
    expect(phases).toEqual(['seated', 'rising', 'standing', 'sitting']);
    expect(views.at(-1)?.score.done).toBe(1);
    const { loadKg = 0, rise = 0 } = views[60]?.stance ?? {};
    expect(rise).toBe(1);
    expect(loadKg).toBeCloseTo(40, 0);
  });

  it('sits where the knee stops short of a right angle: the chair takes the rest', () => {
    const { views } = passed([
      ...hold(90, 15),
      ...ramp(90, 0, 20),
      ...hold(0, 35),
      ...ramp(0, 78, 20),
      ...hold(78, 5),
    ]);
    expect(views.at(-1)).toMatchObject({ phase: 'seated', score: { done: 1 }, stance: { rise: 0 } });
  });

  it('does not rise with the foot in front', () => {
    const { views } = passed([...hold(40, 30), ...ramp(40, 0, 10)]);
    expect(views.every(({ stance }) => stance?.rise === 0)).toBe(true);
    expect(views.at(-1)?.stance?.grounded).toBe(false);
  });

  it('goes down where the knee gives way, which is felt', () => {
    const { views } = passed([...hold(90, 15), ...ramp(90, 0, 20), ...hold(0, 8), ...ramp(0, 50, 3)]);
    expect(views.at(-1)?.stance?.rise).toBeLessThan(0.6);
    expect(views.at(-1)?.score.slipped).toBe(1);
  });
});
