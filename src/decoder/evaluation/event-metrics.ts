import { poissonInterval } from '../../ground/math/poisson.js';
import type { Label } from './classification-metrics.js';

/** Decisions in order of time with what was intended. */
export interface DecisionSeries {
  /** Time of each decision in seconds, ascending. */
  readonly seconds: ArrayLike<number>;
  readonly truth: ArrayLike<Label>;
  readonly predicted: ArrayLike<Label>;
}

/** Activations that nobody intended. */
export interface FalseActivations {
  /** How often a decision changed from rest to a movement while rest was intended. */
  readonly count: number;
  /** Seconds in which rest was intended. */
  readonly restSeconds: number;
  /** Of these the seconds in which nothing moved: only then can an activation begin. */
  readonly stillSeconds: number;
  /** Activations per hour of standing still; NaN where nothing ever stood still, or rest was never intended. */
  readonly perHour: number;
  /** Where the rate lies with 95 % confidence, if activations come by chance and one by one (Poisson). */
  readonly low: number;
  readonly high: number;
}

const CONFIDENCE = 0.95;

/**
 * Activations that nobody intended: changes from rest to a movement while rest is intended. A movement that merely ends
 * late is none, and one that never ends is one at most, which is why time at rest in which something moves is told apart.
 */
export function falseActivations(
  { seconds, truth, predicted }: DecisionSeries,
  rest: Label = 'rest',
): FalseActivations {
  let [count, restSeconds, stillSeconds] = [0, 0, 0];
  for (let n = 1; n < seconds.length; n++) {
    if (truth[n] !== rest) continue;
    const lasting = seconds[n] - seconds[n - 1];
    restSeconds += lasting;
    if (predicted[n - 1] !== rest) continue;
    stillSeconds += lasting;
    if (predicted[n] !== rest) count++;
  }
  const hours = stillSeconds / 3600;
  if (hours === 0) return { count, restSeconds, stillSeconds, perHour: NaN, low: NaN, high: NaN };
  const { low, high } = poissonInterval(count, CONFIDENCE);
  return {
    ...{ count, restSeconds, stillSeconds, perHour: count / hours },
    ...{ low: low / hours, high: high / hours },
  };
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
