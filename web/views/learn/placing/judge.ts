import type { Numbers } from '../lesson.js';

/** What is looked at, in the order in which it is put right. */
export const points = ['skin', 'place', 'gain', 'rest'] as const;
export type Point = (typeof points)[number];

/** Limits of the self-test. Those of noise and levels are chosen for this practice, and said so. */
export const limits = { restUv: 8, timesRest: 8, clippedPercent: 0.1, levels: 8 } as const;

export interface Judgement {
  readonly point: Point;
  readonly good: boolean;
}

/**
 * Judge by what was measured alone, as one does on a person.
 * @param rest numbers of the rest
 * @param hold numbers of the hold
 */
export function judged(rest: Numbers, hold: Numbers): readonly Judgement[] {
  const { rms: noise = NaN, levels = NaN } = rest;
  const { rms: signal = NaN, clipped = NaN } = hold;
  const muscle = muscleUv(rest, hold);
  // Steps that are too coarse hide the noise, and a signal that is cut off looks small.
  const seen = levels >= limits.levels;
  const whole = clipped <= limits.clippedPercent;
  return [
    { point: 'skin', good: seen && noise <= limits.restUv },
    { point: 'place', good: seen && whole && muscle >= PLACED_UV },
    { point: 'gain', good: seen && whole },
    { point: 'rest', good: seen && signal >= limits.timesRest * noise },
  ];
}

/** What the muscles add to the rest, RMS in µV: noise and muscles do not know of one another, so their powers add. */
export function muscleUv({ rms: rest = NaN }: Numbers, { rms: hold = NaN }: Numbers): number {
  return Math.sqrt(Math.max(0, hold * hold - rest * rest));
}

/** Least of {@link muscleUv} on this arm where the electrodes lie on the bellies, µV. */
export const PLACED_UV = 55;
