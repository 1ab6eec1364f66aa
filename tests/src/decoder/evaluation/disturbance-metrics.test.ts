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
    const { falseActivations, movingAtRest } = disturbanceMetrics(series('rrrrrrtaa', 'rraarraaa'));
    // It can begin only in the seconds before which nothing moved.
    expect(falseActivations).toMatchObject({ count: 1, restSeconds: 5, stillSeconds: 3, perHour: 3600 / 3 });
    expect(movingAtRest).toBeCloseTo(2 / 6, 12);
  });

  it('tell of a movement that never ends, which is one activation at most', () => {
    const stuck = disturbanceMetrics(series('rrrrrr', 'aaaaaa'));
    expect(stuck.falseActivations).toMatchObject({ count: 0, restSeconds: 5, stillSeconds: 0, perHour: NaN });
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

  it('judge recovery by the undisturbed session, where there was something to recover from', () => {
    const off = { offSeconds: [3.5], offForSeconds: 10 };
    const undisturbed = series('aaaaaaaaaaaa', 'aaabaaaaaaaa', off);
    expect(disturbanceMetrics(undisturbed).recovery).toEqual({ tried: 1, disturbed: 0, seconds: NaN });
    const slow = series('aaaaaaaaaaaa', 'bbbaarraaaaa', off);
    expect(disturbanceMetrics(slow, undisturbed).recovery).toEqual({ tried: 1, disturbed: 1, seconds: 4.5 });
    const never = series('aaaaaaaaaaaa', 'bbbbbbbbbbbb', off);
    expect(disturbanceMetrics(never, undisturbed).recovery.seconds).toBe(Infinity);
    expect(disturbanceMetrics(series('aa', 'aa')).recovery).toEqual({ tried: 0, disturbed: 0, seconds: NaN });
  });
});
