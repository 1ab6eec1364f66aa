import { argmax, type Classifier } from '../classifiers/classifier.js';
import { sortedClasses } from '../classifiers/training-set.js';
import { rowsOfTable, pickRows, type LabelledFeatures } from './labelled-features.js';

/** Accuracy on repetitions that were not learned from. */
export interface HeldOut {
  /** Share of windows decided rightly, 0 … 1; NaN where there is one repetition only. */
  readonly accuracy: number;
  readonly classes: readonly string[];
  /** Rows truth, columns decision, counts of windows. */
  readonly confusion: readonly (readonly number[])[];
}

/** Decisions on rows that their model had not learned from. */
export interface HeldOutDecisions {
  readonly rows: readonly number[];
  readonly truth: readonly string[];
  readonly decided: readonly string[];
}

/** Repetitions are pooled into at most this many parts, so that slow models stay bearable. */
const MOST_FOLDS = 5;

/**
 * Which rows to train on and which to test on, in turn, so that every group (repetition or trial) is tested once
 * and never by a model that saw it. Groups are pooled where there are more than `folds`. Never by window:
 * neighbouring windows overlap and would give the answer away.
 *
 * @returns no folds where there are fewer than two groups
 */
export function groupFolds(
  groups: readonly (number | string)[],
  folds = Infinity,
): { train: number[]; test: number[] }[] {
  const distinct = [...new Set(groups)];
  const count = Math.min(distinct.length, folds);
  if (count < 2) return [];
  const foldOf = new Map(distinct.map((group, n) => [group, n % count]));
  const rows = groups.map((_, r) => r);
  return Array.from({ length: count }, (_, fold) => ({
    train: rows.filter((r) => foldOf.get(groups[r]) !== fold),
    test: rows.filter((r) => foldOf.get(groups[r]) === fold),
  }));
}

/**
 * As {@link groupFolds}, where windows of a class that is in one fold only are not tested: nobody could know them.
 * A fold without two classes to learn is left out.
 */
export function knownFolds(
  groups: readonly (number | string)[],
  labels: readonly string[],
  folds = MOST_FOLDS,
): { train: number[]; test: number[] }[] {
  return groupFolds(groups, folds).flatMap(({ train, test }) => {
    const known = new Set(train.map((row) => labels[row]));
    return known.size < 2 ? [] : [{ train, test: test.filter((row) => known.has(labels[row])) }];
  });
}

/** Train without one part of the repetitions, decide it, and so on for each part. */
export function heldOutDecisions(
  create: () => Classifier,
  table: LabelledFeatures,
  folds = MOST_FOLDS,
): HeldOutDecisions {
  const rows: number[] = [];
  const truth: string[] = [];
  const decided: string[] = [];
  for (const { train, test } of knownFolds(table.repetitions, table.labels, folds)) {
    const known = pickRows(table, train);
    const model = create().fit(rowsOfTable(known), known.labels);
    const posterior = new Float64Array(model.classes.length);
    for (const r of test) {
      const row = table.x.subarray(r * table.columns, (r + 1) * table.columns);
      rows.push(r);
      truth.push(table.labels[r]);
      decided.push(model.classes[argmax(model.posterior(row, posterior))]);
    }
  }
  return { rows, truth, decided };
}

/** Accuracy and confusion over held-out repetitions. */
export function heldOut(create: () => Classifier, table: LabelledFeatures): HeldOut {
  const classes = sortedClasses(table.labels);
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  const confusion = classes.map(() => classes.map(() => 0));
  const { truth, decided } = heldOutDecisions(create, table);
  let right = 0;
  truth.forEach((label, n) => {
    confusion[indexOf.get(label) ?? 0][indexOf.get(decided[n]) ?? 0]++;
    if (decided[n] === label) right++;
  });
  return { accuracy: truth.length > 0 ? right / truth.length : NaN, classes, confusion };
}
