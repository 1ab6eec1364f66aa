import { sortedClasses } from '../classifiers/training-set.js';
import { isRest } from '../training/training-windows.js';

/** A decision or a truth: class name or number. */
export type Label = string | number;

/** Offline metrics of a series of decisions, all 0 … 1 but for counts. */
export interface ClassificationMetrics {
  /** Decisions, those rejected included. */
  readonly decisions: number;
  /** CA: share of right ones among decisions that were not rejected. */
  readonly accuracy: number;
  /** AER: share of wrong ones among decisions that move something; NaN where it is not known which class is rest. */
  readonly activeErrorRate: number;
  /** INS: changes of decision beyond the changes of truth, per decision. */
  readonly instability: number;
  readonly rejectionRate: number;
  readonly classes: readonly string[];
  /** Rows truth, columns decision. */
  readonly confusion: readonly (readonly number[])[];
  /** Means over classes, weighted by how often each is the truth. */
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  readonly perClass: readonly ClassMetrics[];
}

/** Metrics of one class; NaN where it never occurs. */
export interface ClassMetrics {
  readonly label: string;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  readonly count: number;
}

/** Which labels have a meaning of their own. */
export interface MetricOptions {
  /** Class that moves nothing; default the one whose name says so. */
  readonly rest?: Label;
  /** Decision that stands for a rejected one; default −1. */
  readonly rejected?: Label;
}

/**
 * Offline metrics, as LibEMG 2.0.0 defines them: rejected decisions are removed first. Where there is nothing to
 * divide by, a metric is NaN; a class that is never decided has precision and F1 of 0 in the means, where LibEMG's means
 * become NaN.
 *
 * @param truth and predicted: equally long, in order of time
 * @throws RangeError when they differ in length
 * @example classificationMetrics(['rest', 'rest', 'hand-close'], ['rest', 'hand-close', 'hand-close']).accuracy // 0.667
 */
export function classificationMetrics(
  truth: ArrayLike<Label>,
  predicted: ArrayLike<Label>,
  { rest, rejected = -1 }: MetricOptions = {},
): ClassificationMetrics {
  if (truth.length !== predicted.length)
    throw new RangeError(
      `classificationMetrics: got ${predicted.length} decisions for ${truth.length} truths`,
    );
  const t: string[] = [];
  const p: string[] = [];
  for (let n = 0; n < truth.length; n++) {
    if (predicted[n] === rejected) continue;
    t.push(String(truth[n]));
    p.push(String(predicted[n]));
  }
  const classes = sortedClasses([...t, ...p]);
  const confusion = confusionMatrix(t, p, classes);
  const perClass = classes.map((label, k) => metricsOfClass(label, k, confusion));
  const weighted = (metric: 'recall' | 'precision' | 'f1'): number =>
    perClass.reduce((sum, one) => sum + (one.count > 0 ? (one.count / t.length) * (one[metric] || 0) : 0), 0);
  const still = rest === undefined ? classes.find(isRest) : String(rest);
  const active = still === undefined ? [] : p.flatMap((label, n) => (label === still ? [] : [n]));
  return {
    decisions: truth.length,
    accuracy: ratio(t.filter((label, n) => label === p[n]).length, t.length),
    activeErrorRate: ratio(active.filter((n) => t[n] !== p[n]).length, active.length),
    instability: ratio(Math.max(0, changes(p) - changes(t)), t.length),
    rejectionRate: ratio(truth.length - t.length, truth.length),
    classes,
    confusion,
    recall: weighted('recall'),
    precision: weighted('precision'),
    f1: weighted('f1'),
    perClass,
  };
}

/** Counts by truth (rows) and decision (columns). */
export function confusionMatrix(
  truth: readonly string[],
  predicted: readonly string[],
  classes: readonly string[],
): number[][] {
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  const confusion = classes.map(() => classes.map(() => 0));
  truth.forEach((label, n) => {
    const row = indexOf.get(label);
    const column = indexOf.get(predicted[n]);
    if (row !== undefined && column !== undefined) confusion[row][column]++;
  });
  return confusion;
}

function metricsOfClass(label: string, k: number, confusion: readonly (readonly number[])[]): ClassMetrics {
  const right = confusion[k][k];
  const count = confusion[k].reduce((sum, n) => sum + n, 0);
  const decided = confusion.reduce((sum, row) => sum + row[k], 0);
  return {
    label,
    recall: ratio(right, count),
    precision: ratio(right, decided),
    f1: ratio(2 * right, count + decided),
    count,
  };
}

function changes(labels: readonly string[]): number {
  let count = 0;
  for (let n = 1; n < labels.length; n++) if (labels[n] !== labels[n - 1]) count++;
  return count;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}
