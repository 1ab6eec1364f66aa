import { describe, expect, it } from 'vitest';
import type { DofId } from '../../../../src/ground/movement/degree-of-freedom.js';
import { movementOf, type MovementId } from '../../../../src/ground/movement/movement.js';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';
import { SimulatedUser, type Target } from '../../../../src/body/user/simulated-user.js';
import { userFields } from '../../../../src/body/user/user-fields.js';

const spec = defaultsOf(userFields);
const available = ['knee-flexion', 'knee-extension', 'ankle-dorsiflexion', 'ankle-plantarflexion'].flatMap(
  (id) => commonVocabulary.byId(id) ?? [],
);

/** Let the user steer an obedient prosthesis; `obeys` false is one that never moves. */
function steer(
  target: Target,
  { obeys = true, seconds = 12, seed = 1 } = {},
): { posture: Record<string, number>; intents: MovementId[] } {
  const user = new SimulatedUser(spec, seed, available);
  const posture: Record<string, number> = { knee: 0, ankle: 0 };
  const intents: MovementId[] = [];
  for (let t = 0; t < seconds * 1000; t += 20) {
    const { movement, strength } = user.step(t, { ...posture } as Partial<Record<DofId, number>>, target);
    intents.push(movement);
    for (const { dof, direction } of movementOf(movement)?.actions ?? [])
      if (obeys) posture[dof] = (posture[dof] ?? 0) + direction * strength * 60 * 0.02;
  }
  return { posture, intents };
}

describe('SimulatedUser', () => {
  it('brings every joint to its target and stays', () => {
    const { posture, intents } = steer({ posture: { knee: 40, ankle: -12 }, tolerance: 6 });
    expect(Math.abs((posture['knee'] ?? 0) - 40)).toBeLessThan(6);
    expect(Math.abs((posture['ankle'] ?? 0) + 12)).toBeLessThan(6);
    expect(intents.slice(-50).every((movement) => movement === 'rest')).toBe(true);
  });

  it('sees late: nothing is done before the target is seen and decided on', () => {
    const user = new SimulatedUser(spec, 1, available);
    expect(user.step(0, { knee: 0 }, null).movement).toBe('rest');
  });

  it('lets go for a while when nothing gets better', () => {
    const { intents } = steer({ posture: { knee: 40 }, tolerance: 5 }, { obeys: false });
    const started = intents.indexOf('knee-flexion');
    expect(started).toBeGreaterThanOrEqual(0);
    expect(intents.slice(started).includes('rest')).toBe(true);
    expect(intents.lastIndexOf('knee-flexion')).toBeGreaterThan(intents.indexOf('rest', started));
  });

  it('asks only for what the prosthesis can do, and for nothing without a target', () => {
    const { intents } = steer({ posture: { 'femoral-rotation': 20 }, tolerance: 5 }, { seconds: 2 });
    expect(new Set(intents)).toEqual(new Set(['rest']));
  });

  it('is gentle near the target, and pulls harder while nothing moves', () => {
    const user = new SimulatedUser(spec, 1, available);
    const strengths: number[] = [];
    for (let t = 0; t < 1400; t += 20)
      strengths.push(user.step(t, { knee: 30 }, { posture: { knee: 42 }, tolerance: 5 }).strength);
    expect(strengths[0]).toBe(spec.fineStrengthPercent / 100);
    expect(strengths.at(-1)).toBeGreaterThan((0.6 * spec.strengthPercent) / 100);
    strengths.slice(1).forEach((now, i) => expect(now).toBeGreaterThanOrEqual(strengths[i] ?? NaN));
    expect(Math.max(...strengths)).toBeLessThanOrEqual(spec.strengthPercent / 100);
  });

  it('feels the end of a joint’s range, through bone before socket and before it is seen', () => {
    const target: Target = { posture: { knee: 100 }, tolerance: 3 };
    const slow = { ...spec, visualDelayMs: 600, decisionIntervalMs: 2000, patienceMs: 20000 };
    /** When the user lets go of a knee that has hit its end, at the target, after the first second. */
    const letsGo = (anchor: 'bone' | 'socket', feels: boolean): number => {
      const user = new SimulatedUser(slow, 1, available, anchor);
      const contact = { knee: 100 };
      let moving = false;
      for (let t = 0; t < 8000; t += 10) {
        const there = t >= 3000;
        const posture = { knee: there ? 100 : 20, ankle: 0 };
        const { movement } = user.step(t, posture, target, there && feels ? contact : {});
        if (!there) moving ||= movement === 'knee-flexion';
        else if (movement === 'rest') return moving ? t - 3000 : NaN;
      }
      return NaN;
    };
    const { contactDelayBoneMs, contactDelaySocketMs } = slow;
    expect(letsGo('bone', true)).toBe(contactDelayBoneMs);
    expect(letsGo('socket', true)).toBe(contactDelaySocketMs);
    expect(letsGo('bone', false)).toBeGreaterThanOrEqual(slow.visualDelayMs);
  });

  it('repeats itself for the same seed', () => {
    const target: Target = { posture: { knee: 30, ankle: 10 }, tolerance: 5 };
    expect(steer(target, { seed: 3 }).intents).toEqual(steer(target, { seed: 3 }).intents);
    expect(steer(target, { seed: 3 }).intents).not.toEqual(steer(target, { seed: 4 }).intents);
  });
});
