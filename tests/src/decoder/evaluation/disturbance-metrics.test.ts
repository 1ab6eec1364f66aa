import { describe, expect, it } from 'vitest';
import {
  disturbanceMetrics,
  TRANSITION,
  type DisturbedSeries,
} from '../../../../src/decoder/evaluation/disturbance-metrics.js';

/** A decision per second from letters: r rest, a and b movements, t transition. */
function series(truth: string, decided: string, given: Partial<DisturbedSeries> = {}): DisturbedSeries {
  const names: Record<string, string> = { r: 'rest', t: TRANSITION };
  return {
    seconds: [...truth].map((_, n) => n + 1),
    truth: [...truth].map((letter) => names[letter] ?? letter),
    decided: [...decided].map((letter) => names[letter] ?? letter),
    rejected: [...truth].map(() => false),
    scriptEndSeconds: truth.length,
    onUntilSeconds: truth.length,
    offSeconds: [],
    offForSeconds: 6,
    notes: [],
    ...given,
  };
}

describe('metrics under a disturbance', () => {
  it('leave transitions out of what is right and wrong', () => {
    const { accuracy, activeErrorRate } = disturbanceMetrics(series('rrtaatrr', 'rraabbrr'));
    expect(accuracy).toBeCloseTo(5 / 6, 12);
    expect(activeErrorRate).toBeCloseTo(1 / 2, 12);
  });

  it('count a movement out of rest once, and a contraction that begins not at all', () => {
    const { falseActivationsPerHour, movingAtRest } = disturbanceMetrics(series('rrrrrrtaa', 'rraarraaa'));
    expect(falseActivationsPerHour).toBeCloseTo(3600 / 5, 9);
    expect(movingAtRest).toBeCloseTo(2 / 6, 12);
  });

  it('tell of a movement that never ends, which is one activation at most', () => {
    const stuck = disturbanceMetrics(series('rrrrrr', 'aaaaaa'));
    expect(stuck.falseActivationsPerHour).toBe(0);
    expect(stuck.movingAtRest).toBe(1);
  });

  it('measure the onset from the first window that saw the new intent', () => {
    expect(disturbanceMetrics(series('rrtaaaa', 'rrrraaa')).onsetSeconds).toBe(2);
  });

  it('count what happens while the disturbance is on, and accuracy while there are prompts', () => {
    const late = series('rraarrrr', 'rraabbbb', { scriptEndSeconds: 4, onUntilSeconds: 6 });
    const metrics = disturbanceMetrics(late);
    expect(metrics.accuracy).toBe(1);
    expect(metrics.movingAtRest).toBe(2 / 4);
  });

  it('judge recovery by the undisturbed session, from the first decision after', () => {
    const off = { offSeconds: [3.5], offForSeconds: 10 };
    const undisturbed = series('aaaaaaaaaaaa', 'aaabaaaaaaaa', off);
    expect(disturbanceMetrics(undisturbed).recoverySeconds).toBe(0);
    const slow = series('aaaaaaaaaaaa', 'bbbaarraaaaa', off);
    expect(disturbanceMetrics(slow, undisturbed).recoverySeconds).toBe(4);
    const never = series('aaaaaaaaaaaa', 'bbbbbbbbbbbb', off);
    expect(disturbanceMetrics(never, undisturbed).recoverySeconds).toBe(Infinity);
    expect(disturbanceMetrics(series('aa', 'aa')).recoverySeconds).toBeNaN();
  });
});
