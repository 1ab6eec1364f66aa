import { classQuality, type ClassQuality } from './class-quality.js';
import type { Classifier } from '../classifiers/classifier.js';
import { rowSums, type ControlTraining } from '../control/control.js';
import { heldOut } from './held-out.js';

/** How training went. */
export interface TrainingReport {
  /** Share of held-out windows decided rightly, 0 … 1; NaN where there was one repetition only. */
  readonly accuracy: number;
  readonly classes: readonly string[];
  /** Rows truth, columns decision, counts of held-out windows. */
  readonly confusion: readonly (readonly number[])[];
  /** Windows learned from, by class. */
  readonly windows: readonly number[];
  readonly quality: readonly ClassQuality[];
  /** What was left out or had to be helped, as sentences. */
  readonly warnings: readonly string[];
}

/** Held-out accuracy by the classifier (also where control is not by classes: it tells how separable they are). */
export function reportOf(
  { table, amplitudes, channels }: ControlTraining,
  create: () => Classifier,
  warnings: readonly string[],
): TrainingReport {
  const { accuracy, classes, confusion } = heldOut(create, table);
  const quality = classQuality(table, rowSums(amplitudes, channels));
  return {
    accuracy,
    classes,
    confusion,
    windows: quality.map(({ windows }) => windows),
    quality,
    warnings: Number.isNaN(accuracy)
      ? [...warnings, 'One repetition only: accuracy cannot be measured. Record at least two.']
      : warnings,
  };
}
