import { describe, expect, it } from 'vitest';
import { SimulatedUser, type Foresight } from '../../../../src/body/user/simulated-user.js';
import { userFields } from '../../../../src/body/user/user-fields.js';
import { movementOf } from '../../../../src/ground/movement/movement.js';
import { commonVocabulary } from '../../../../src/ground/movement/vocabulary.js';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';

const spec = defaultsOf(userFields);
const available = ['knee-flexion', 'knee-extension'].flatMap((id) => commonVocabulary.byId(id) ?? []);
const practised: Foresight = { goesOnMs: 250 };
const LAG_MS = 250;

/** A fast knee that obeys late whatever is contracted for above a threshold. */
function steer(foresight: Foresight | undefined, wanted: number, threshold = 0.1) {
  const user = new SimulatedUser(spec, 1, available, 'bone', foresight);
  const target = { posture: { knee: wanted }, tolerance: 8 };
  const delayed: { at: number; velocity: number }[] = [];
  let [knee, held, turns, last] = [90, 0, 0, 0];
  const strengths: number[] = [];
  for (let t = 0; t < 15_000; t += 20) {
    const { movement, strength } = user.step(t, { knee }, target);
    strengths.push(strength);
    const direction = strength > threshold ? (movementOf(movement)?.actions[0]?.direction ?? 0) : 0;
    delayed.push({ at: t + LAG_MS, velocity: 250 * strength * direction });
    while (delayed[1] && delayed[1].at <= t) delayed.shift();
    const velocity = delayed[0] && delayed[0].at <= t ? delayed[0].velocity : 0;
    if (velocity !== 0 && Math.sign(velocity) !== last) turns++;
    if (velocity !== 0) last = Math.sign(velocity);
    knee = Math.min(120, Math.max(0, knee + velocity * 0.02));
    held = Math.abs(knee - wanted) <= 8 ? held + 20 : 0;
    if (held >= 700) return { seconds: t / 1000, turns, strengths };
  }
  return { seconds: Infinity, turns, strengths };
}

describe('a person who has practised', () => {
  it('stops a fast joint in time, where another one swings past its place again and again', () => {
    for (const wanted of [15, 30, 45]) {
      const [one, other] = [steer(practised, wanted), steer(undefined, wanted)];
      expect(one.seconds).toBeLessThan(8);
      expect(one.turns).toBeLessThanOrEqual(other.turns);
      expect(one.seconds).toBeLessThan(other.seconds);
    }
  });

  it('tries harder after what did nothing, up to a limit', () => {
    const { strengths } = steer(practised, 30, 0.6);
    expect(Math.max(...strengths)).toBeGreaterThan(0.6);
    expect(Math.max(...strengths)).toBeLessThanOrEqual(0.8);
    expect(Math.max(...steer(undefined, 30, 0.6).strengths)).toBeLessThanOrEqual(spec.strengthPercent / 100);
  });
});
