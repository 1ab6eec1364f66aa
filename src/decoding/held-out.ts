import { argmax, type Classifier } from './classifiers/classifier.js';
import { sortedClasses } from './classifiers/training-set.js';
import { matrixOfTable, pickRows, type LabelledFeatures } from './labelled-features.js';

/** Accuracy on repetitions that were not learned from. */
export interface HeldOut {
  /** Share of windows decided rightly, 0 … 1; NaN where there is one repetition only. */
  readonly accuracy: number;
  readonly classes: readonly string[];
  /** Rows truth, columns decision, counts of windows. */
  readonly confusion: readonly (readonly number[])[];
}

/** Repetitions are pooled into at most this many parts, so that slow models stay bearable. */
const MOST_FOLDS = 5;

/**
 * Train without one repetition, decide its windows, and so on for each. Never by window: neighbouring windows
 * overlap and would give the answer away.
 */
export function heldOut(create: () => Classifier, table: LabelledFeatures): HeldOut {
  const classes = sortedClasses(table.labels);
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  const confusion = classes.map(() => classes.map(() => 0));
  const repetitions = [...new Set(table.repetitions)].sort((a, b) => a - b);
  const folds = Math.min(repetitions.length, MOST_FOLDS);
  if (folds < 2) return { accuracy: NaN, classes, confusion };
  const foldOf = new Map(repetitions.map((repetition, n) => [repetition, n % folds]));
  const row = new Float64Array(table.columns);
  let right = 0;
  let total = 0;
  for (let fold = 0; fold < folds; fold++) {
    const all = table.labels.map((_, r) => r);
    const train = pickRows(
      table,
      all.filter((r) => foldOf.get(table.repetitions[r]) !== fold),
    );
    if (new Set(train.labels).size < 2) continue;
    const model = create().fit(matrixOfTable(train), train.labels);
    for (const r of all) {
      const truth = table.labels[r];
      // A movement that was recorded in this repetition only cannot be known without it.
      if (foldOf.get(table.repetitions[r]) !== fold || !model.classes.includes(truth)) continue;
      row.set(table.x.subarray(r * table.columns, (r + 1) * table.columns));
      const decided = model.classes[argmax(model.posterior(row))];
      confusion[indexOf.get(truth) ?? 0][indexOf.get(decided) ?? 0]++;
      if (decided === truth) right++;
      total++;
    }
  }
  return { accuracy: total > 0 ? right / total : NaN, classes, confusion };
}
