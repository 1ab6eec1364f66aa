import { describe, expect, it } from 'vitest';
import { choosePlaces, placedVariants, withPlaces } from '../../../../src/study/twin/muscle-places.js';
import { smallScenario } from '../../../support/small-scenario.js';

const scenario = smallScenario();
const places = placedVariants(scenario).map(({ limb, muscles }) => ({
  fat: limb.fatThicknessMm,
  angles: muscles.map(({ angleDeg }) => angleDeg),
}));

/** Levels of muscles on six electrodes: less by the square of how far away they are, the more the thinner the fat. */
const alone = ({ fat, angles }: { fat: number; angles: number[] }): number[][] =>
  angles.map((angle) =>
    Array.from({ length: 6 }, (_, c) => {
      const away = Math.abs(((angle - 60 * c + 540) % 360) - 180);
      return Math.max(-50, (-(10 - fat / 2) * away * away) / 1500);
    }),
  );

describe('the places of muscles', () => {
  const variants = places.map(alone);
  const silence = Array.from({ length: 6 }, () => -300);

  it('are looked at around their own, through three layers of fat', () => {
    expect(variants).toHaveLength(15);
    expect(withPlaces(scenario, { fat: 0, angles: [0, 0, 0] })).toEqual(scenario);
  });

  it('are found from levels, also between those looked at', () => {
    const there = withPlaces(scenario, { fat: 0, angles: [1.5, -1, 0] });
    const levels = alone({
      fat: there.limb.fatThicknessMm,
      angles: there.muscles.map(({ angleDeg }) => angleDeg),
    });
    const active = new Map(levels.map((own, m) => [`movement ${m}`, own]));
    const found = choosePlaces({ active, rest: silence }, variants);
    [1.5, -1, 0].forEach((sd, m) => expect(Math.abs(found.angles[m] - sd)).toBeLessThanOrEqual(0.5));
    expect(Math.abs(found.fat)).toBeLessThanOrEqual(0.5);
  });

  it('stay where they are if levels say nothing', () => {
    const flat = variants.map((own) => own.map((levels) => levels.map(() => -10)));
    const active = new Map([['hand-open', Array.from({ length: 6 }, () => -10)]]);
    expect(choosePlaces({ active, rest: silence }, flat)).toEqual({ fat: 0, angles: [0, 0, 0] });
  });
});
