import { classQuality, type ClassQuality } from './class-quality.js';
import { rowSums } from '../control/control.js';
import { jointTruth } from '../control/joint-truth.js';
import { classifierMaker, controlName } from '../control/train-control.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { confusionMatrix } from '../evaluation/classification-metrics.js';
import type { JointMetrics } from '../evaluation/joint-metrics.js';
import { testedControl, type ControlRows } from '../evaluation/tested-control.js';
import type { Extensions } from '../extensions.js';
import { sortedClasses } from '../classifiers/training-set.js';
import type { LearnedPattern } from './learned-patterns.js';
import { heldOut, knownFolds } from './held-out.js';

/** How training went. */
export interface TrainingReport {
  /** What was measured: `lda`, `regression by ridge`, `direct control`. */
  readonly measured: string;
  /**
   * Share of held-out windows decided rightly, 0 … 1; NaN where there was one repetition only. By the control that was
   * trained: where joints are estimated, the class of the fastest.
   */
  readonly accuracy: number;
  readonly classes: readonly string[];
  /** Rows truth, columns decision, counts of held-out windows. */
  readonly confusion: readonly (readonly number[])[];
  /** Velocity of each joint on held-out windows, where control is by regression; otherwise none. */
  readonly joints: readonly JointMetrics[];
  /** Windows learned from, by class. */
  readonly windows: readonly number[];
  readonly quality: readonly ClassQuality[];
  /** How strongly each channel took part in each class; none where no feature is an amplitude. */
  readonly patterns: readonly LearnedPattern[];
  /** What was left out or had to be helped, as sentences. */
  readonly warnings: readonly string[];
}

/** What the control that was asked for comes to on repetitions that were left out in turn. */
export function reportOf(
  spec: DecoderSpec,
  training: ControlRows,
  extensions: Extensions,
  warnings: readonly string[],
): Omit<TrainingReport, 'patterns'> {
  const { table, amplitudes, channels } = training;
  const quality = classQuality(table, rowSums(amplitudes, channels));
  const { notes, ...measured } = heldOutOf(spec, training, extensions);
  return {
    measured: controlName(spec, extensions),
    ...measured,
    windows: quality.map(({ windows }) => windows),
    quality,
    warnings: [
      ...warnings,
      ...notes,
      ...(Number.isNaN(measured.accuracy)
        ? ['One repetition only: accuracy cannot be measured. Record at least two.']
        : []),
    ],
  };
}

function heldOutOf(
  spec: DecoderSpec,
  training: ControlRows,
  extensions: Extensions,
): Pick<TrainingReport, 'accuracy' | 'classes' | 'confusion' | 'joints'> & { notes: readonly string[] } {
  const { table, vocabulary } = training;
  const truth = jointTruth(spec, table.labels, vocabulary);
  if (!truth) return { ...heldOut(classifierMaker(spec, extensions), table), joints: [], notes: [] };
  const folds = knownFolds(table.repetitions, table.labels);
  const { decisions, joints } = testedControl(spec, training, folds, extensions);
  const judged = decisions.flatMap(({ row, label: decided }) => {
    const wanted = truth.of(table.labels[row]);
    return wanted === undefined ? [] : [{ wanted, decided }];
  });
  const wanted = judged.map((one) => one.wanted);
  const decided = judged.map((one) => one.decided);
  const classes = sortedClasses([...wanted, ...decided]);
  const right = judged.filter((one) => one.wanted === one.decided).length;
  return {
    accuracy: judged.length > 0 ? right / judged.length : NaN,
    classes,
    confusion: confusionMatrix(wanted, decided, classes),
    joints,
    notes: truth.notes,
  };
}
