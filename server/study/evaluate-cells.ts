import { createClassifier } from '../../src/decoder/classifiers/create-classifier.js';
import type { Classifier } from '../../src/decoder/classifiers/classifier.js';
import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { isRest } from '../../src/decoder/training/training-windows.js';
import type { ClassificationMetrics } from '../../src/decoder/evaluation/classification-metrics.js';
import { StandardizedClassifier } from '../../src/decoder/evaluation/standardized-classifier.js';
import {
  metricsOfTested,
  testedDecisions,
  type TestedDecision,
} from '../../src/decoder/evaluation/tested-decisions.js';
import { loadClassifierModule } from '../outside/classifier-module.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { splitRows, type Split } from './split.js';
import type { StudyData } from './study-data.js';

/** Classifiers to be tried on one set of features of one window length. */
export interface CellsTask {
  readonly data: StudyData;
  /** Filters, window, step and features; `classifier` is not looked at. */
  readonly spec: DecoderSpec;
  readonly classifiers: readonly ClassifierReference[];
  readonly split: Split;
  readonly restThresholds: boolean;
  readonly rejectBelow: number;
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

/** Try classifiers on one feature table. Depends on nothing but the task. */
export async function evaluateCells(task: CellsTask): Promise<Cell[]> {
  const table = featureTable(task.data, task.spec, task);
  const cells: Cell[] = [];
  for (const reference of task.classifiers) {
    const create = await creatorOf(reference, task.spec);
    const made: Classifier[] = [];
    const standardized = (): Classifier => {
      const classifier = new StandardizedClassifier(create());
      made.push(classifier);
      return classifier;
    };
    const { parts } = splitRows(table.segments, task.split);
    const decisions = testedDecisions(standardized, table.x, labelsOf(table), parts);
    const warnings = new Set([...table.warnings, ...made.flatMap((model) => model.warnings ?? [])]);
    cells.push(cellOf(task, table, reference.text, decisions, [...warnings]));
  }
  return cells;
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

export function labelsOf({ segments }: FeatureTable): string[] {
  return segments.map(({ label }) => label);
}

async function creatorOf(reference: ClassifierReference, spec: DecoderSpec): Promise<() => Classifier> {
  if (reference.type === 'own') return () => createClassifier(reference.kind, spec.modelOptions);
  if (reference.type === 'module') return (await loadClassifierModule(reference.path)).create;
  throw new TypeError(`evaluateCells: ${reference.text} answers later and is asked by outsideCells`);
}
