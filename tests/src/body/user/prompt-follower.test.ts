import { expect, it } from 'vitest';
import { defaultsOf } from '../../../../src/ground/signal/parse-fields.js';
import { PromptFollower } from '../../../../src/body/user/prompt-follower.js';
import { userFields } from '../../../../src/body/user/user-fields.js';

const spec = defaultsOf(userFields);

/** When the movement begins and ends, of a prompt from 1000 to 3000 ms. */
function follow(seed: number): { begins: number; ends: number } {
  const user = new PromptFollower(spec, seed);
  const active: number[] = [];
  for (let t = 0; t < 5000; t += 10) {
    const { movement, strength } = user.step(t, t >= 1000 && t < 3000 ? 'knee-flexion' : 'rest');
    expect(strength).toBe(movement === 'rest' ? 0 : spec.strengthPercent / 100);
    if (movement === 'knee-flexion') active.push(t);
  }
  return { begins: active[0] ?? NaN, ends: active.at(-1) ?? NaN };
}

it('does what is asked, after it was seen and decided, and lets go as late', () => {
  const { begins, ends } = follow(1);
  const soonest = spec.visualDelayMs + 0.7 * spec.decisionIntervalMs;
  const latest = spec.visualDelayMs + 1.3 * spec.decisionIntervalMs + 10;
  for (const late of [begins - 1000, ends - 3000]) {
    expect(late).toBeGreaterThanOrEqual(soonest - 10);
    expect(late).toBeLessThanOrEqual(latest);
  }
});

it('repeats itself for the same seed', () => {
  expect(follow(3)).toEqual(follow(3));
  expect(follow(3)).not.toEqual(follow(4));
});

it('follows the strength asked for while the movement is asked for, and holds the last until it lets go', () => {
  const user = new PromptFollower(spec, 1);
  const strengths: number[] = [];
  for (let t = 0; t < 4000; t += 10) {
    const asked = t >= 1000 && t < 3000;
    const { strength } = user.step(t, asked ? 'knee-flexion' : 'rest', asked ? (t - 1000) / 2000 : 0);
    strengths.push(strength);
  }
  expect(strengths[200]).toBeCloseTo(0.5, 9);
  expect(strengths[305]).toBeCloseTo(0.995, 9);
  expect(strengths[390]).toBe(0);
});
