import type { Classifier } from '../decoder/classifiers/classifier.js';
import { jointTruth } from '../decoder/control/joint-truth.js';
import { controlName } from '../decoder/control/train-control.js';
import type { JointMetrics } from '../decoder/evaluation/joint-metrics.js';
import { testedControl, type ControlRows } from '../decoder/evaluation/tested-control.js';
import { ConfigError } from '../ground/signal/errors.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import type { Extensions } from '../decoder/extensions.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { isRest } from '../decoder/training/training-windows.js';
import type { ClassificationMetrics } from '../decoder/evaluation/classification-metrics.js';
import { PreparedClassifier } from '../decoder/evaluation/prepared-classifier.js';
import { unknownClasses } from '../decoder/evaluation/unknown-classes.js';
import {
  metricsOfTested,
  testedDecisions,
  type TestedDecision,
  type TrainTest,
} from '../decoder/evaluation/tested-decisions.js';
import {
  creatorOf,
  namedError,
  nameOf,
  type ClassifierLoader,
  type InsideChoice,
} from './classifier-choice.js';
import { conventionText, departures } from './convention.js';
import { foldsOf, type Fold } from './folds.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { columnsOf, selectFeatures, type Selection } from './select-features.js';
import { splitRows, type Split } from './split.js';
import type { StudyData } from './study-data.js';

/** Classifiers to be tried on one set of features of one window length. */
export interface CellsTask {
  readonly data: StudyData;
  /** Filters, window, step and features; `classifier` is not looked at. */
  readonly spec: DecoderSpec;
  readonly classifiers: readonly InsideChoice[];
  readonly split: Split;
  readonly rejectBelow: number;
  /** How many features are chosen, inside the training windows of each part; all are taken where it is not said. */
  readonly selectFeatures?: number;
  /** Features and filters of one's own; a task that has them stays where it is. */
  readonly extensions?: Extensions;
}

/** How one combination of features, classifier and window did. */
export interface Cell {
  /** What decides: by classes, by a regressor for every joint, or by two sites. */
  readonly control: DecoderSpec['control'];
  /** None where amplitudes alone decide. */
  readonly features: readonly string[];
  /** What was measured: a classifier by its name, `regression by ridge`, or `direct control`. */
  readonly classifier: string;
  readonly windowMs: number;
  readonly stepMs: number;
  /** Length of the feature vector. */
  readonly featureCount: number;
  /** Half a window, filters and one step: the delay of what the model decides, in milliseconds. */
  readonly latencyMs: number;
  /** What steadying adds to that delay, where steadied decisions were measured; otherwise 0. */
  readonly smoothingMs: number;
  readonly split: string;
  /** How crossings were counted and what models were given, as a phrase. */
  readonly convention: string;
  readonly metrics: ClassificationMetrics;
  /** Every trial, repetition or person of the test by itself; none where it was one stretch. */
  readonly folds: readonly Fold[];
  /** How well the velocity of each joint was estimated, where control is by regression; otherwise none. */
  readonly joints: readonly JointMetrics[];
  /** Features that were chosen for each part of the test, where some were. */
  readonly selection?: readonly Selection[];
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
  const table = featureTable(task.data, task.spec, task.extensions);
  if (task.spec.control !== 'classification') return controlCells(task, table);
  const { parts, text: split } = splitRows(table.segments, task.split);
  const cells: Cell[] = [];
  const failures: CellFailure[] = [];
  for (const choice of task.classifiers) {
    const create = await creatorOf(choice, task.spec.modelOptions, load, table.featureLabels);
    const made: Classifier[] = [];
    const prepared = (): Classifier => {
      const classifier = new PreparedClassifier(create(), task.spec.standardize);
      made.push(classifier);
      return classifier;
    };
    try {
      const fresh = (): Classifier => new PreparedClassifier(create(), task.spec.standardize);
      const { decisions, selection } = decided(task, table, parts, { prepared, fresh });
      const warnings = new Set([
        ...table.warnings,
        ...departures(task.spec, nameOf(choice)),
        ...unknownClasses(labelsOf(table), parts),
        ...made.flatMap((model) => model.warnings ?? []),
      ]);
      cells.push(
        cellOf(task, table, {
          ...{ classifier: nameOf(choice), split, parts, decisions, warnings: [...warnings] },
          ...(selection && { selection }),
        }),
      );
    } catch (error) {
      // What was asked for cannot be had of any classifier.
      if (error instanceof ConfigError) throw error;
      failures.push(failureOf(task, nameOf(choice), error));
    }
  }
  return { cells, failures };
}

/** Decisions on all test rows, with all features or with those chosen for each part. */
function decided(
  { selectFeatures: count, split }: CellsTask,
  table: FeatureTable,
  parts: readonly TrainTest[],
  { prepared, fresh }: { readonly prepared: () => Classifier; readonly fresh: () => Classifier },
): { decisions: TestedDecision[]; selection?: Selection[] } {
  const { x, features, segments } = table;
  const labels = labelsOf(table);
  if (count === undefined) return { decisions: testedDecisions(prepared, x, labels, parts) };
  const task = { create: fresh, x, labels, segments, features, count, split };
  const selection = parts.map((part) => selectFeatures(task, part));
  const decisions = parts.flatMap((part, p) => {
    const chosen = columnsOf(x, features, selection[p]?.features ?? []);
    return testedDecisions(prepared, chosen, labels, [part]);
  });
  return { decisions: decisions.sort((a, b) => a.row - b.row), selection };
}

/** What became of one classifier on the test rows of a table. */
export interface CellFacts {
  readonly classifier: string;
  /** How training and test were divided, in words. */
  readonly split: string;
  readonly parts: readonly TrainTest[];
  readonly decisions: readonly TestedDecision[];
  readonly warnings: readonly string[];
  readonly smoothingMs?: number;
  /** Truth of each row, in the classes of the decisions; default the labels. */
  readonly labels?: readonly string[];
  readonly joints?: readonly JointMetrics[];
  readonly selection?: readonly Selection[];
}

/** The result of decisions on the test rows of a table. */
export function cellOf({ data, spec, rejectBelow }: CellsTask, table: FeatureTable, facts: CellFacts): Cell {
  const { classifier, split, parts, decisions, warnings, smoothingMs = 0, joints = [], selection } = facts;
  const { labels = labelsOf(table) } = facts;
  const rest = facts.labels ? labels.find(isRest) : (data.rest ?? labels.find(isRest));
  const options = { rejectBelow, ...(rest !== undefined && { rest }) };
  return {
    control: spec.control,
    features: spec.control === 'direct' ? [] : spec.features,
    classifier,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
    featureCount: spec.control === 'direct' ? 0 : table.names.length,
    latencyMs: table.latencyMs,
    smoothingMs,
    split,
    convention: conventionText(spec),
    metrics: metricsOfTested(decisions, labels, options),
    folds: foldsOf(parts, table.segments, decisions, labels, options),
    joints,
    ...(selection && { selection }),
    warnings,
  };
}

/** The control by regression or by two sites that the description asks for, trained and asked as it would be in use. */
function controlCells(task: CellsTask, table: FeatureTable): Cells {
  const { spec, data, extensions = {} } = task;
  const { parts, text } = splitRows(table.segments, task.split);
  const labels = labelsOf(table);
  const name = controlName(spec, extensions);
  const vocabulary = vocabularyOf({ movements: data.movements ?? [] });
  const truth = jointTruth(spec, labels, vocabulary);
  const columns = table.names.length;
  const x = new Float64Array(table.x.length * columns);
  table.x.forEach((row, n) => x.set(row, n * columns));
  const segments = [...new Set(table.segments)];
  const rows: ControlRows = {
    table: {
      ...{ rows: table.x.length, columns, x, labels },
      repetitions: table.segments.map((segment) => segments.indexOf(segment)),
    },
    amplitudes: table.amplitudes,
    channels: data.channelNames.length,
    vocabulary,
    windows: table.windows,
    featureLabels: table.featureLabels,
  };
  try {
    const { decisions, joints, smoothingMs } = testedControl(spec, rows, parts, extensions);
    const answers = labels.map((label) => truth?.of(label));
    const judged = decisions.filter(({ row }) => answers[row] !== undefined);
    const facts = {
      ...{ classifier: name, split: text, parts, decisions: judged, joints, smoothingMs },
      labels: answers.map((answer) => answer ?? ''),
      warnings: [...table.warnings, ...(truth?.notes ?? [])],
    };
    return { cells: [cellOf(task, table, facts)], failures: [] };
  } catch (error) {
    return { cells: [], failures: [failureOf(task, name, error)] };
  }
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
