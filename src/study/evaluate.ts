import { requireTakingPart } from '../decoder/control/train-control.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { maybeMaker, type Extensions } from '../decoder/extensions.js';
import type { FeatureList } from '../decoder/features/feature-registry.js';
import type { LatencySummary, OutsideModel } from '../decoder/outside-model.js';
import { ConfigError, ModelError } from '../ground/signal/errors.js';
import type { Scenario } from '../scenario/scenario.js';
import {
  isOutside,
  nameOf,
  travels,
  type ClassifierChoice,
  type ClassifierLoader,
  type InsideChoice,
  type OutsideChoice,
} from './classifier-choice.js';
import { evaluateCells, type Cell, type CellFailure, type Cells, type CellsTask } from './evaluate-cells.js';
import { onTheSpot, stopped, type Job, type JobRunner, type RunOptions } from './job.js';
import { outsideCell } from './outside-cell.js';
import { recordedDecoder } from './recorded-decoder.js';
import type { Split } from './split.js';
import type { Unseen } from './untaught.js';
import { dataOfScenario, untriedData, type StudyData } from './study-data.js';

/** Which combinations are tried, and how. */
export interface EvaluateOptions extends RunOptions {
  /**
   * What all combinations share: filters, step, thresholds, options of models. What is not given is the simulated
   * person's own; of recordings it is LibEMG's ({@link recordedDecoder}).
   */
  readonly decoder?: Partial<DecoderSpec>;
  /** Features to compare: a set such as HTD, or lists of features, ours and one's own; default the decoder's. */
  readonly features?: readonly FeatureList[];
  /** Default the decoder's. */
  readonly classifiers?: readonly ClassifierChoice[];
  /** Lengths of windows to compare, milliseconds; default the decoder's. */
  readonly windowsMs?: readonly number[];
  /**
   * Filters of one's own, which all combinations run, features of one's own, which the default has and others by
   * name, and a classifier that is the default. Functions are called where the study was started, never in a thread.
   */
  readonly extensions?: Extensions;
  /**
   * What models that came trained, and cannot be taught, are tested on: recordings that nobody can have learned from
   * (default for a simulated person: another session), or true where it is said of the data itself. Where neither is
   * known, and the split names no test, they have no number.
   */
  readonly unseen?: Unseen;
  /** What is learned from and what is tested on; default every trial or repetition left out in turn. */
  readonly split?: Split;
  /**
   * Choose so many features of each list, by forward selection inside the training windows of each part of the test, and
   * tell which (`cell.selection`). Default all.
   */
  readonly selectFeatures?: number;
  /** Decisions of less confidence are rejected, 0 to 1; default 0, none. */
  readonly rejectBelow?: number;
  /** Who does the work; default on the spot, one combination after the other. */
  readonly runner?: JobRunner;
  /** Loads the modules among the classifiers. */
  readonly loadClassifier?: ClassifierLoader;
  /** Told what a person should know: where a process may connect, who came and went. */
  readonly onNotice?: (text: string) => void;
}

/** How every combination did. */
export interface Evaluation {
  /** By window, then features, then classifier, as they were given. */
  readonly cells: readonly Cell[];
  /** Combinations whose classifier failed. */
  readonly failures: readonly CellFailure[];
  /** Measured times of classifiers that answer in their own time, by name. */
  readonly latency: Readonly<Record<string, LatencySummary>>;
}

/**
 * Every combination of features, classifiers and windows on the same recordings and the same split. The same options
 * give the same table, whoever runs them. A classifier that fails is named among the `failures`, and ends nothing but
 * its own cell.
 *
 * @param subject labelled recordings ({@link studyData}), or a scenario, whose calibration is recorded
 * @throws ModelError where there is nothing to learn from, or where every combination failed; ConfigError on unknown
 * features; StreamError on a split that leaves nothing, or when told to stop
 * @example
 * const { cells } = await evaluate(presetByName('transhumeral-tmr'), {
 *   features: ['HTD', ['MAV', 'WL']],
 *   classifiers: ['lda', { name: 'mine', create: () => new MyClassifier() }],
 * });
 * for (const { features, classifier, metrics } of cells) console.log(features, classifier, metrics.accuracy);
 */
export async function evaluate(
  subject: StudyData | Scenario,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const evaluation = await evaluateAll(subject, options);
  const [first] = evaluation.failures;
  if (first && evaluation.cells.length === 0) throw new ModelError(first.message, { hint: first.hint });
  return evaluation;
}

/** As {@link evaluate}, also where every combination failed. */
export async function evaluateAll(
  subject: StudyData | Scenario,
  options: EvaluateOptions,
): Promise<Evaluation> {
  const plan = planOf(subject, options);
  const { classifiers } = plan;
  // Doors are opened first, so that a process may come while others work.
  const models = await openAll(classifiers.filter(isOutside), options);
  try {
    const parts = [...(await insideCells(plan, options)), ...(await outsideCells(models, plan, options))];
    const failures = parts.flatMap((part) => part.failures);
    const cells = inOrder(
      plan,
      parts.flatMap((part) => part.cells),
    );
    const latency = Object.fromEntries([...models].map(([name, model]) => [name, model.latency]));
    return { cells, failures, latency };
  } finally {
    await closeAll(models);
  }
}

/** What is tried: a table of features for each window and set, and the classifiers that are asked about each. */
interface Plan {
  readonly tables: readonly CellsTask[];
  readonly classifiers: readonly ClassifierChoice[];
  readonly unseen: Unseen;
}

function planOf(subject: StudyData | Scenario, options: EvaluateOptions): Plan {
  const simulated = !('segments' in subject);
  const spec: DecoderSpec = { ...(simulated ? subject.decoder : recordedDecoder), ...options.decoder };
  const { extensions = {}, windowsMs = [spec.windowMs] } = options;
  requireTakingPart(spec.control, {
    classifiers: options.classifiers?.map(nameOf),
    features: options.features?.map((list) =>
      [list]
        .flat()
        .map((part) => (typeof part === 'string' ? part : part.name))
        .join('+'),
    ),
  });
  const { features = [[...spec.features, ...(extensions.features ?? [])]] } = options;
  const { classifiers = [maybeMaker(extensions.classifier) ?? spec.classifier] } = options;
  const { split = {}, rejectBelow = 0, selectFeatures } = options;
  if (selectFeatures !== undefined) requireSelectable(selectFeatures, spec.control, classifiers);
  const data = simulated ? dataOfScenario(subject) : subject;
  const common = {
    ...{ data, classifiers: [], split, rejectBelow },
    ...(selectFeatures !== undefined && { selectFeatures }),
  };
  const tables = windowsMs.flatMap((windowMs) =>
    features.map((list) => {
      const { names, own } = namesAndOwn(list, extensions);
      return { ...common, spec: { ...spec, windowMs, features: names }, ...(own && { extensions: own }) };
    }),
  );
  const { unseen = simulated ? () => untriedData(subject) : false } = options;
  return { classifiers, tables, unseen: typeof unseen === 'function' ? once(unseen) : unseen };
}

/** @throws ConfigError where features cannot be chosen: for no count, for another control, for models that are not taught here */
function requireSelectable(
  count: number,
  control: DecoderSpec['control'],
  classifiers: readonly ClassifierChoice[],
): void {
  const field = 'selectFeatures';
  if (!(Number.isInteger(count) && count >= 1))
    throw new ConfigError(`select features: got ${count}, expected a whole number of at least 1`, {
      field,
      hint: 'For example 4.',
    });
  if (control !== 'classification')
    throw new ConfigError(`select features: got control by ${control}, expected classification`, {
      field,
      hint: 'Choose features for classifiers only.',
    });
  const outside = classifiers.find(isOutside);
  if (outside)
    throw new ConfigError(
      `select features: got classifier ${nameOf(outside)}, expected one that is taught here`,
      {
        field,
        hint: 'Models in other processes and ONNX files take the features that they know: give built-in ones or modules.',
      },
    );
}

/** Recordings are made when the first model asks for them, and not again. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The names of a list of features, and what of one's own takes part with them. */
function namesAndOwn(
  list: FeatureList,
  { features = [], filters = [], regressor }: Extensions,
): { names: string[]; own: Extensions | undefined } {
  const parts = typeof list === 'string' ? [list] : list;
  const names = [...new Set(parts.map((part) => (typeof part === 'string' ? part : part.name)))];
  const given = parts.filter((part) => typeof part !== 'string');
  const named = [
    ...given,
    ...features.filter(({ name }) => names.includes(name) && !given.some((one) => one.name === name)),
  ];
  const own = { features: named, filters, ...(regressor && { regressor }) };
  return { names, own: named.length + filters.length > 0 || regressor ? own : undefined };
}

/** All combinations with classifiers that are called: over the runner, or on the spot where functions take part. */
async function insideCells({ classifiers, tables }: Plan, options: EvaluateOptions): Promise<Cells[]> {
  const { runner = onTheSpot } = options;
  const inside = classifiers.filter((choice): choice is InsideChoice => !isOutside(choice));
  const moving = inside.filter(travels);
  const own = inside.filter((choice) => !travels(choice));
  const plain = tables.filter(({ extensions }) => !extensions);
  const extended = tables.filter(({ extensions }) => extensions);
  return [
    ...(await tried(moving, plain, runner, options)),
    ...(await tried(moving, extended, onTheSpot, options)),
    ...(await tried(own, tables, onTheSpot, options)),
  ];
}

async function tried(
  classifiers: readonly InsideChoice[],
  tables: readonly CellsTask[],
  runner: JobRunner,
  { loadClassifier, stop, onProgress }: EvaluateOptions,
): Promise<Cells[]> {
  if (classifiers.length * tables.length === 0) return [];
  // Classifiers of one table share its features, unless that would leave cores idle.
  const tasks = tables.flatMap((table) =>
    tables.length >= runner.lanes
      ? [{ ...table, classifiers }]
      : classifiers.map((classifier) => ({ ...table, classifiers: [classifier] })),
  );
  return runner.run(evaluateCellsJob(loadClassifier), tasks, (cells) => cells, { stop, onProgress });
}

/** The job of {@link evaluateCells}; a host's threads bring their own loader. */
export function evaluateCellsJob(load?: ClassifierLoader): Job<CellsTask, Cells> {
  return { name: 'evaluateCells', work: (task) => evaluateCells(task, load) };
}

async function openAll(
  choices: readonly OutsideChoice[],
  { onNotice = () => undefined, stop }: EvaluateOptions,
): Promise<Map<string, OutsideModel>> {
  const models = new Map<string, OutsideModel>();
  try {
    for (const choice of choices) models.set(choice.name, await choice.open(onNotice, stop));
    return models;
  } catch (error) {
    await closeAll(models);
    throw error;
  }
}

async function closeAll(models: ReadonlyMap<string, OutsideModel>): Promise<void> {
  for (const model of models.values()) await model.close();
}

async function outsideCells(
  models: ReadonlyMap<string, OutsideModel>,
  { tables, unseen }: Plan,
  { onProgress, stop }: EvaluateOptions,
): Promise<Cells[]> {
  const parts: Cells[] = [];
  for (const [name, model] of models)
    for (const table of tables) {
      if (stop?.aborted) throw stopped(stop.reason);
      parts.push(await outsideCell(table, name, model, unseen, stop));
      onProgress?.(parts.length / (tables.length * models.size));
    }
  return parts;
}

function inOrder({ tables, classifiers }: Plan, cells: readonly Cell[]): Cell[] {
  const rank = (cell: Cell): number =>
    tables.findIndex(
      ({ spec }) => spec.windowMs === cell.windowMs && spec.features.join() === cell.features.join(),
    ) *
      classifiers.length +
    classifiers.findIndex((choice) => nameOf(choice) === cell.classifier);
  return [...cells].sort((a, b) => rank(a) - rank(b));
}
