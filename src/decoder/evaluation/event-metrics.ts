import type { Label } from './classification-metrics.js';

/** Decisions in order of time with what was intended. */
export interface DecisionSeries {
  /** Time of each decision in seconds, ascending. */
  readonly seconds: ArrayLike<number>;
  readonly truth: ArrayLike<Label>;
  readonly predicted: ArrayLike<Label>;
}

/**
 * Activations that nobody intended, per hour of intended rest: how often a decision changes from rest to a movement
 * while rest is intended. A movement that merely ends late is not one.
 * @returns NaN where rest was never intended
 */
export function falseActivationsPerHour(
  { seconds, truth, predicted }: DecisionSeries,
  rest: Label = 'rest',
): number {
  let restSeconds = 0;
  let activations = 0;
  for (let n = 1; n < seconds.length; n++) {
    if (truth[n] !== rest) continue;
    restSeconds += seconds[n] - seconds[n - 1];
    if (predicted[n] !== rest && predicted[n - 1] === rest) activations++;
  }
  return restSeconds > 0 ? (activations * 3600) / restSeconds : NaN;
}

/** How quickly intents were answered. */
export interface OnsetLatency {
  /** Intents to move. */
  readonly intents: number;
  /** Intents that ended before the right movement was decided. */
  readonly missed: number;
  /** Seconds from each answered intent to the first right decision. */
  readonly seconds: readonly number[];
  /** Mean and median of these; NaN where none was answered. */
  readonly mean: number;
  readonly median: number;
}

/** Time from each beginning of an intent to move to the first right decision. */
export function onsetLatency(
  { seconds, truth, predicted }: DecisionSeries,
  rest: Label = 'rest',
): OnsetLatency {
  const latencies: number[] = [];
  let intents = 0;
  for (let n = 1; n < seconds.length; n++) {
    if (truth[n] === rest || truth[n] === truth[n - 1]) continue;
    intents++;
    for (let m = n; m < seconds.length && truth[m] === truth[n]; m++)
      if (predicted[m] === truth[n]) {
        latencies.push(seconds[m] - seconds[n]);
        break;
      }
  }
  const sorted = [...latencies].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    intents,
    missed: intents - latencies.length,
    seconds: latencies,
    mean: latencies.length > 0 ? latencies.reduce((sum, value) => sum + value, 0) / latencies.length : NaN,
    median:
      sorted.length === 0
        ? NaN
        : sorted.length % 2 === 1
          ? sorted[middle]
          : (sorted[middle - 1] + sorted[middle]) / 2,
  };
}

/**
 * Time from the end of a disturbance until decisions are right again and stay so.
 * @param endSeconds when the disturbance ended
 * @param steady right decisions in a row that count as recovered
 * @returns seconds to the first of them; Infinity where it never happened
 */
export function recoveryTime(
  { seconds, truth, predicted }: DecisionSeries,
  endSeconds: number,
  steady = 5,
): number {
  let run = 0;
  for (let n = 0; n < seconds.length; n++) {
    if (seconds[n] < endSeconds) continue;
    run = predicted[n] === truth[n] ? run + 1 : 0;
    if (run === steady) return seconds[n - steady + 1] - endSeconds;
  }
  return Infinity;
}
