import { argmax, type Classifier } from '../classifiers/classifier.js';
import { posteriorOf } from '../control/classification-control.js';
import { knownFolds } from '../training/held-out.js';
import { ModelError } from '../../ground/signal/errors.js';
import {
  classificationMetrics,
  type ClassificationMetrics,
  type MetricOptions,
} from './classification-metrics.js';

/** Rows to learn from and rows to test on. */
export interface TrainTest {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** What was decided on a row that was not learned from. */
export interface TestedDecision {
  readonly row: number;
  readonly label: string;
  /** Highest posterior, 0 … 1. */
  readonly confidence: number;
}

/**
 * Every group (repetition or trial) left out in turn. Windows of a class that only one group has are not tested:
 * nobody could know them.
 *
 * @param folds groups are pooled into at most this many parts; default one part per group
 * @throws ModelError where there are fewer than two groups
 */
export function leaveGroupsOut(
  groups: readonly (number | string)[],
  labels: readonly string[],
  folds = Infinity,
): TrainTest[] {
  if (new Set(groups).size < 2)
    throw new ModelError('cross-validation: got one group only, expected at least two', {
      hint: 'Record at least two repetitions; one cannot be both learned from and tested on.',
    });
  return knownFolds(groups, labels, folds);
}

/** Learn each part's training rows and decide its test rows; in order of rows. */
export function testedDecisions(
  create: () => Classifier,
  x: readonly ArrayLike<number>[],
  labels: readonly string[],
  parts: readonly TrainTest[],
): TestedDecision[] {
  const decisions: TestedDecision[] = [];
  for (const { train, test } of parts) {
    const model = create().fit(
      train.map((row) => x[row]),
      train.map((row) => labels[row]),
    );
    for (const row of test) decisions.push(decisionOf(row, posteriorOf(model, x[row]), model.classes));
  }
  return decisions.sort((a, b) => a.row - b.row);
}

/** The decision that a posterior makes. */
export function decisionOf(
  row: number,
  posterior: ArrayLike<number>,
  classes: readonly string[],
): TestedDecision {
  const k = argmax(posterior);
  return { row, label: classes[k], confidence: posterior[k] };
}

/**
 * Metrics of decisions on test rows.
 * @param rejectBelow decisions of less confidence are rejected; default 0, none
 */
export function metricsOfTested(
  decisions: readonly TestedDecision[],
  labels: readonly string[],
  { rejectBelow = 0, ...options }: MetricOptions & { readonly rejectBelow?: number } = {},
): ClassificationMetrics {
  return classificationMetrics(
    decisions.map(({ row }) => labels[row]),
    decisions.map(({ label, confidence }) => (confidence < rejectBelow ? -1 : label)),
    options,
  );
}
