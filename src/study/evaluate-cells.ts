import type { Classifier } from '../decoder/classifiers/classifier.js';
import type { Extensions } from '../decoder/extensions.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { isRest } from '../decoder/training/training-windows.js';
import type { ClassificationMetrics } from '../decoder/evaluation/classification-metrics.js';
import { StandardizedClassifier } from '../decoder/evaluation/standardized-classifier.js';
import {
  metricsOfTested,
  testedDecisions,
  type TestedDecision,
} from '../decoder/evaluation/tested-decisions.js';
import {
  creatorOf,
  namedError,
  nameOf,
  type ClassifierLoader,
  type InsideChoice,
} from './classifier-choice.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { splitRows, type Split } from './split.js';
import type { StudyData } from './study-data.js';

/** Classifiers to be tried on one set of features of one window length. */
export interface CellsTask {
  readonly data: StudyData;
  /** Filters, window, step and features; `classifier` is not looked at. */
  readonly spec: DecoderSpec;
  readonly classifiers: readonly InsideChoice[];
  readonly split: Split;
  readonly restThresholds: boolean;
  readonly rejectBelow: number;
  /** Features and filters of one's own; a task that has them stays where it is. */
  readonly extensions?: Extensions;
}

/** How one combination of features, classifier and window did. */
export interface Cell {
  readonly features: readonly string[];
  readonly classifier: string;
  readonly windowMs: number;
  readonly stepMs: number;
  /** Length of the feature vector. */
  readonly featureCount: number;
  /** Half a window, filters and one step: the delay of a decision, in milliseconds. */
  readonly latencyMs: number;
  readonly split: string;
  readonly metrics: ClassificationMetrics;
  readonly warnings: readonly string[];
}

/** A combination whose classifier failed; the others have their cells all the same. */
export interface CellFailure {
  readonly features: readonly string[];
  readonly classifier: string;
  readonly windowMs: number;
  readonly message: string;
  readonly hint: string;
}

/** What became of some combinations. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly failures: readonly CellFailure[];
}

/** Try classifiers on one feature table. Depends on nothing but the task. */
export async function evaluateCells(task: CellsTask, load?: ClassifierLoader): Promise<Cells> {
  const table = featureTable(task.data, task.spec, task);
  const { parts } = splitRows(table.segments, task.split);
  const cells: Cell[] = [];
  const failures: CellFailure[] = [];
  for (const choice of task.classifiers) {
    const create = await creatorOf(choice, task.spec.modelOptions, load);
    const made: Classifier[] = [];
    const standardized = (): Classifier => {
      const classifier = new StandardizedClassifier(create());
      made.push(classifier);
      return classifier;
    };
    try {
      const decisions = testedDecisions(standardized, table.x, labelsOf(table), parts);
      const warnings = new Set([...table.warnings, ...made.flatMap((model) => model.warnings ?? [])]);
      cells.push(cellOf(task, table, nameOf(choice), decisions, [...warnings]));
    } catch (error) {
      failures.push(failureOf(task, nameOf(choice), error));
    }
  }
  return { cells, failures };
}

/** The result of decisions on the test rows of a table. */
export function cellOf(
  { spec, split, rejectBelow }: CellsTask,
  table: FeatureTable,
  classifier: string,
  decisions: readonly TestedDecision[],
  warnings: readonly string[],
): Cell {
  const labels = labelsOf(table);
  const rest = labels.find(isRest);
  return {
    features: spec.features,
    classifier,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
    featureCount: table.names.length,
    latencyMs: table.latencyMs,
    split: splitRows(table.segments, split).text,
    metrics: metricsOfTested(decisions, labels, { rejectBelow, ...(rest !== undefined && { rest }) }),
    warnings,
  };
}

/** The most accurate, the quicker of equals. */
export function bestCell(cells: readonly Cell[]): Cell | undefined {
  return [...cells].sort((a, b) => b.metrics.accuracy - a.metrics.accuracy || a.latencyMs - b.latencyMs)[0];
}

/** What is told of a classifier that failed. */
export function failureOf({ spec }: CellsTask, classifier: string, error: unknown): CellFailure {
  const { message, hint } = namedError(classifier, error);
  return { features: spec.features, classifier, windowMs: spec.windowMs, message, hint };
}

export function labelsOf({ segments }: FeatureTable): string[] {
  return segments.map(({ label }) => label);
}
