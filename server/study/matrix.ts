import { availableParallelism } from 'node:os';
import type { DecoderSpec } from '../../src/decoding/decoder-fields.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { isOutside, openOutside } from '../outside/open-outside.js';
import type { LatencySummary } from '../outside/outside-model.js';
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
  const done = inThreads.length > 0 ? await runJobs(evaluateCellsJob, tasks, (cells) => cells, options) : [];
  const { cells: answered, latency } = await outsideCells(plan.classifiers, tables, options);
  return { cells: inOrder(plan, [...done.flat(), ...answered]), latency };
}

async function outsideCells(
  classifiers: readonly ClassifierReference[],
  tables: readonly CellsTask[],
  { onNotice, onProgress, stop }: MatrixOptions,
): Promise<{ cells: Cell[]; latency: Record<string, LatencySummary> }> {
  const references = classifiers.filter(isOutside);
  const cells: Cell[] = [];
  const latency: Record<string, LatencySummary> = {};
  for (const reference of references) {
    const model = await openOutside(reference, onNotice ? { onNotice } : {});
    try {
      for (const table of tables) {
        stop?.throwIfAborted();
        cells.push(await outsideCell(table, reference.text, model));
        onProgress?.(cells.length / (tables.length * references.length));
      }
      latency[reference.text] = model.latency;
    } finally {
      await model.close();
    }
  }
  return { cells, latency };
}

function inOrder({ windowsMs, features, classifiers }: MatrixPlan, cells: readonly Cell[]): Cell[] {
  const rank = (cell: Cell): number =>
    (windowsMs.indexOf(cell.windowMs) * features.length +
      features.findIndex((names) => names.join() === cell.features.join())) *
      classifiers.length +
    classifiers.findIndex(({ text }) => text === cell.classifier);
  return [...cells].sort((a, b) => rank(a) - rank(b));
}
