import { availableParallelism } from 'node:os';
import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { isOutside, openOutside, type OutsideReference } from '../outside/open-outside.js';
import type { LatencySummary, OutsideModel } from '../../src/decoder/outside-model.js';
import type { Cell, CellsTask } from './evaluate-cells.js';
import { evaluateCellsJob } from './jobs.js';
import { outsideCell } from './outside-cells.js';
import { runJobs, type PoolOptions } from './pool.js';
import type { Split } from './split.js';
import type { StudyData } from './study-data.js';

/** Which combinations are tried on which recordings. */
export interface MatrixPlan {
  readonly data: StudyData;
  /** Filters, step and options that all combinations share. */
  readonly spec: DecoderSpec;
  readonly features: readonly (readonly string[])[];
  readonly classifiers: readonly ClassifierReference[];
  readonly windowsMs: readonly number[];
  readonly split?: Split;
  /** Count crossings only above the noise of rest, as the live decoder does. */
  readonly restThresholds?: boolean;
  /** Decisions of less confidence are rejected; default 0, none. */
  readonly rejectBelow?: number;
}

export interface MatrixResult {
  /** By window, then features, then classifier, as they were given. */
  readonly cells: readonly Cell[];
  /** Measured times of classifiers that answer in their own time, by name. */
  readonly latency: Readonly<Record<string, LatencySummary>>;
}

export interface MatrixOptions extends PoolOptions {
  readonly onNotice?: (text: string) => void;
}

/**
 * Every combination of features, classifiers and windows on the same recordings and the same split, over all cores.
 * The same plan gives the same table, however many cores there are.
 */
export async function runMatrix(plan: MatrixPlan, options: MatrixOptions = {}): Promise<MatrixResult> {
  const { data, split = {}, restThresholds = false, rejectBelow = 0 } = plan;
  const inThreads = plan.classifiers.filter((reference) => !isOutside(reference));
  const tables = plan.windowsMs.flatMap((windowMs) =>
    plan.features.map((features): CellsTask => {
      const spec = { ...plan.spec, windowMs, features: [...features] };
      return { data, spec, classifiers: inThreads, split, restThresholds, rejectBelow };
    }),
  );
  // Classifiers of one table share its features, unless that would leave cores idle.
  const { threads = availableParallelism() } = options;
  const tasks = tables.flatMap((table) =>
    tables.length >= threads
      ? [table]
      : inThreads.map((classifier) => ({ ...table, classifiers: [classifier] })),
  );
  // Doors are opened first, so that a process may come while others work.
  const models = await openAll(plan.classifiers.filter(isOutside), options);
  try {
    const done =
      inThreads.length > 0 ? await runJobs(evaluateCellsJob, tasks, (cells) => cells, options) : [];
    const answered = await outsideCells(models, tables, options);
    const latency = Object.fromEntries([...models].map(([name, model]) => [name, model.latency]));
    return { cells: inOrder(plan, [...done.flat(), ...answered]), latency };
  } finally {
    await closeAll(models);
  }
}

async function openAll(
  references: readonly OutsideReference[],
  { onNotice }: MatrixOptions,
): Promise<Map<string, OutsideModel>> {
  const models = new Map<string, OutsideModel>();
  try {
    for (const reference of references)
      models.set(reference.text, await openOutside(reference, onNotice ? { onNotice } : {}));
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
  tables: readonly CellsTask[],
  { onProgress, stop }: MatrixOptions,
): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const [name, model] of models)
    for (const table of tables) {
      stop?.throwIfAborted();
      cells.push(await outsideCell(table, name, model));
      onProgress?.(cells.length / (tables.length * models.size));
    }
  return cells;
}

function inOrder({ windowsMs, features, classifiers }: MatrixPlan, cells: readonly Cell[]): Cell[] {
  const rank = (cell: Cell): number =>
    (windowsMs.indexOf(cell.windowMs) * features.length +
      features.findIndex((names) => names.join() === cell.features.join())) *
      classifiers.length +
    classifiers.findIndex(({ text }) => text === cell.classifier);
  return [...cells].sort((a, b) => rank(a) - rank(b));
}
