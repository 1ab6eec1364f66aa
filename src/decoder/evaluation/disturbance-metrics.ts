import { classificationMetrics, type ClassificationMetrics } from './classification-metrics.js';
import {
  falseActivations,
  onsetLatency,
  recoveryTime,
  type DecisionSeries,
  type FalseActivations,
} from './event-metrics.js';

/** Truth of a decision whose window saw more than one intent: nothing would be right or wrong. */
export const TRANSITION = 'transition';

/** Decisions of one session under a disturbance, in order of time. */
export interface DisturbedSeries {
  /** Time of each decision in seconds, ascending. */
  readonly seconds: readonly number[];
  /** Movement intended throughout the window; {@link TRANSITION} where it changed within. */
  readonly truth: readonly string[];
  /** What the prosthesis was told. */
  readonly decided: readonly string[];
  readonly rejected: readonly boolean[];
  /** The prompted part ends here. */
  readonly scriptEndSeconds: number;
  /** The disturbance was there without a break until here. */
  readonly onUntilSeconds: number;
  /** When it was switched off, once or more. */
  readonly offSeconds: readonly number[];
  /** How long it stayed off each time. */
  readonly offForSeconds: number;
  /** What must be said of how decisions are judged, as sentences. */
  readonly notes: readonly string[];
}

/** How a decoder did under a disturbance. */
export interface DisturbanceMetrics {
  /** Share of right decisions in the prompted part, transitions apart. */
  readonly accuracy: number;
  /** Share of wrong ones among decisions that moved something. */
  readonly activeErrorRate: number;
  readonly instability: number;
  readonly rejectionRate: number;
  /** Share of intended rest in which something moved all the same: one activation that never ends counts here. */
  readonly movingAtRest: number;
  /** Movements out of rest while rest was intended. */
  readonly falseActivations: FalseActivations;
  /** Median time from an intent to the first right decision, seconds; NaN where none was right. */
  readonly onsetSeconds: number;
  /** How long decisions stayed wrong when the disturbance was over. */
  readonly recovery: Recovery;
}

/** How long decisions stayed other than undisturbed after the disturbance had ended. */
export interface Recovery {
  /** Times the disturbance ended. */
  readonly tried: number;
  /** Of these the times at which decisions were other than undisturbed: only then is there something to recover from. */
  readonly disturbed: number;
  /**
   * Median over these of the time until decisions were those of the undisturbed session and stayed so; Infinity where
   * mostly they never were, NaN where there was nothing to recover from.
   */
  readonly seconds: number;
}

/** Decisions alike in a row that count as recovered. */
const STEADY = 5;
const REST = 'rest';

/**
 * Metrics of a disturbed session.
 * @param undisturbed decisions of the same session without the disturbance, by which recovery is judged
 */
export function disturbanceMetrics(
  series: DisturbedSeries,
  undisturbed: DisturbedSeries = series,
): DisturbanceMetrics {
  const { seconds, truth, decided, rejected, onUntilSeconds } = series;
  const prompted = promptedOf(series);
  const { accuracy, activeErrorRate, instability } = promptedMetrics(series);
  const on = firstAfter(seconds, onUntilSeconds);
  const events: DecisionSeries = {
    seconds: seconds.slice(0, on),
    truth: truth.slice(0, on),
    predicted: decided.slice(0, on),
  };
  return {
    accuracy,
    activeErrorRate,
    instability,
    rejectionRate: prompted.filter((n) => rejected[n]).length / prompted.length,
    movingAtRest: movingAtRest(events),
    falseActivations: falseActivations(events),
    onsetSeconds: onsetLatency(untransitioned(events)).median,
    recovery: recovery(series, undisturbed),
  };
}

/** Metrics of the decisions in the prompted part, transitions apart. */
export function promptedMetrics(series: DisturbedSeries): ClassificationMetrics {
  const prompted = promptedOf(series);
  return classificationMetrics(
    prompted.map((n) => series.truth[n]),
    prompted.map((n) => series.decided[n]),
  );
}

/** Which decisions are in the prompted part, transitions apart. */
function promptedOf({ seconds, truth, scriptEndSeconds }: DisturbedSeries): number[] {
  return seconds.flatMap((t, n) => (t <= scriptEndSeconds && truth[n] !== TRANSITION ? [n] : []));
}

function movingAtRest({ truth, predicted }: DecisionSeries): number {
  const resting = Array.from(truth).flatMap((label, n) => (label === REST ? [n] : []));
  return resting.filter((n) => predicted[n] !== REST).length / resting.length;
}

function recovery(series: DisturbedSeries, { decided }: DisturbedSeries): Recovery {
  const { seconds, offSeconds, offForSeconds } = series;
  const times = offSeconds.flatMap((end) => {
    const [from, to] = [firstAfter(seconds, end), firstAfter(seconds, end + offForSeconds)];
    if (series.decided[from - 1] === decided[from - 1]) return [];
    const part = {
      seconds: seconds.slice(from, to),
      truth: decided.slice(from, to),
      predicted: series.decided.slice(from, to),
    };
    return [recoveryTime(part, end, STEADY)];
  });
  times.sort((a, b) => a - b);
  return {
    tried: offSeconds.length,
    disturbed: times.length,
    seconds: times.length > 0 ? times[(times.length - 1) >> 1] : NaN,
  };
}

/** A window that saw two intents belongs to the later one: that is when an answer may begin. */
function untransitioned({ seconds, truth, predicted }: DecisionSeries): DecisionSeries {
  const later = Array.from(truth);
  for (let n = later.length - 2; n >= 0; n--) if (later[n] === TRANSITION) later[n] = later[n + 1];
  return { seconds, truth: later, predicted };
}

/** Index of the first decision after a time. */
function firstAfter(seconds: readonly number[], time: number): number {
  const n = seconds.findIndex((t) => t > time);
  return n < 0 ? seconds.length : n;
}
