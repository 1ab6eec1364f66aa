import { describe, expect, it } from 'vitest';
import { Effort } from '../../../../src/body/intent/effort.js';
import { intentFields } from '../../../../src/body/intent/intent-fields.js';
import { IntentRamp } from '../../../../src/body/intent/intent-ramp.js';
import { exactUser } from '../../../../src/body/intent/exact-user.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

const ramp = (habits: object = {}) =>
  new IntentRamp(
    1000,
    { reactionMs: 200, rampMs: 400 },
    new Effort(parseFields(intentFields, { ...exactUser, ...habits }), 1, 1000),
  );

describe('IntentRamp', () => {
  it('reacts, ramps up, holds, and lets go', () => {
    const r = ramp();
    expect(r.at(0)).toMatchObject({ movement: 'rest', phase: 'rest' });
    r.intend([{ movement: 'hand-close', strength: 0.8 }], 1000);
    expect(r.at(1199)).toMatchObject({ movement: 'rest', cue: 'hand-close', phase: 'ramp' });
    expect(r.at(1400).strength).toBeCloseTo(0.4, 12);
    expect(r.at(2000)).toMatchObject({ movement: 'hand-close', strength: 0.8, phase: 'hold' });
    r.intend([], 3000);
    expect(r.idle(3100)).toBe(false);
    expect(r.at(3100)).toMatchObject({ strength: 0.8, cue: 'rest' });
    expect(r.at(3400).strength).toBeCloseTo(0.4, 12);
    expect(r.at(3600)).toMatchObject({ movement: 'rest', activations: [] });
    expect(r.idle(3600)).toBe(true);
  });

  it('changes course without a jump, also before the first request takes effect', () => {
    const r = ramp();
    r.intend([{ movement: 'hand-close', strength: 1 }], 0);
    r.intend([{ movement: 'hand-open', strength: 0.5 }], 150);
    r.intend([{ movement: 'hand-open', strength: 0.9 }], 180);
    const before = new Map<string, number>();
    for (let index = 180; index < 1200; index++) {
      const levels = new Map(r.at(index).activations.map((a) => [a.movement as string, a.strength]));
      for (const movement of ['hand-close', 'hand-open'])
        expect(Math.abs((levels.get(movement) ?? 0) - (before.get(movement) ?? 0))).toBeLessThan(0.004);
      before.clear();
      for (const [movement, level] of levels) before.set(movement, level);
    }
    expect(r.at(1200).activations).toEqual([{ movement: 'hand-open', strength: 0.9 }]);
  });

  it('depends on the indices of the requests alone', () => {
    const [often, once] = [ramp(), ramp()];
    for (const r of [often, once]) r.intend([{ movement: 'elbow-flexion', strength: 0.6 }], 100);
    for (let index = 100; index < 500; index++) often.at(index);
    for (const r of [often, once]) r.intend([], 500);
    expect(often.at(777)).toEqual(once.at(777));
  });

  it('counts a new trial for each effort out of rest, and clips strengths', () => {
    const r = ramp();
    r.intend(
      [
        { movement: 'hand-close', strength: 7 },
        { movement: 'rest', strength: 1 },
      ],
      0,
    );
    expect(r.at(900)).toMatchObject({ strength: 1, trial: 1 });
    r.intend(
      [
        { movement: 'hand-open', strength: NaN },
        { movement: 'hand-close', strength: 0.5 },
      ],
      1000,
    );
    expect(r.at(1900)).toMatchObject({ activations: [{ movement: 'hand-close', strength: 0.5 }], trial: 1 });
    r.intend([], 2000);
    r.intend([{ movement: 'hand-open', strength: 0.5 }], 4000);
    expect(r.at(5000).trial).toBe(2);
  });

  it('rises as slowly as the person does, and lets go at once', () => {
    const r = ramp({ onsetRiseMs: 800 });
    r.intend([{ movement: 'hand-close', strength: 0.8 }], 0);
    expect(r.at(200 + 500).strength).toBeCloseTo(0.4, 12);
    expect(r.at(200 + 500)).toMatchObject({ phase: 'ramp' });
    expect(r.at(200 + 1000)).toMatchObject({ strength: 0.8, phase: 'hold' });
    // Half as far, half as long.
    r.intend([{ movement: 'hand-close', strength: 0.4 }], 2000);
    r.intend([{ movement: 'hand-close', strength: 0.8 }], 4000);
    expect(r.at(4200 + 250).strength).toBeCloseTo(0.6, 12);
    r.intend([], 6000);
    expect(r.at(6200 + 400).strength).toBe(0);
  });

  it('goes on as before where what is wanted already is wanted again', () => {
    const r = ramp({ onsetRiseMs: 800 });
    const wanted = [{ movement: 'hand-close', strength: 0.8 }] as const;
    r.intend(wanted, 0);
    r.intend(wanted, 500);
    expect(r.at(200 + 500).strength).toBeCloseTo(0.4, 12);
  });

  it('does with each effort what that person does with it', () => {
    const r = ramp({
      movementStrengthDb: { 'hand-open': -6 },
      overshootPercent: 50,
      holdDecayDb: 4,
      repetitionSpreadDb: 2,
    });
    const levels = [0, 4000, 8000].map((at) => {
      r.intend([{ movement: 'hand-close', strength: 0.4 }], at);
      const [peak, late] = [r.at(at + 620).strength, r.at(at + 2200).strength];
      r.intend([], at + 2500);
      return { peak, late };
    });
    expect(new Set(levels.map(({ late }) => late)).size).toBe(3);
    for (const { peak, late } of levels) expect(peak / late).toBeGreaterThan(1.1);
    const weak = ramp({ movementStrengthDb: { 'hand-open': -6 } });
    weak.intend([{ movement: 'hand-open', strength: 0.4 }], 0);
    expect(weak.at(2000).strength).toBeCloseTo(0.4 * 10 ** (-6 / 20), 10);
    expect(weak.at(2000).asked).toEqual([{ movement: 'hand-open', strength: 0.4 }]);
  });
});
