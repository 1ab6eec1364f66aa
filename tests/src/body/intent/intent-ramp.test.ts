import { describe, expect, it } from 'vitest';
import { IntentRamp } from '../../../../src/body/intent/intent-ramp.js';

const ramp = () => new IntentRamp(1000, { reactionMs: 200, rampMs: 400 });

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
});
