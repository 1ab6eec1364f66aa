import { sortedClasses } from '../decoder/classifiers/training-set.js';
import { decisionOf, type TestedDecision, type TrainTest } from '../decoder/evaluation/tested-decisions.js';
import { Standardizer } from '../decoder/training/standardizer.js';
import type { OutsideModel, Sample, SampleKind } from '../decoder/outside-model.js';
import { microvolts } from '../decoder/outside/sample-of.js';
import { cellOf, failureOf, labelsOf, type Cell, type Cells, type CellsTask } from './evaluate-cells.js';
import { stopped } from './job.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { splitRows } from './split.js';

/** Questions under way at a time. */
const AT_ONCE = 16;

/**
 * As `evaluateCells`, by a model that answers in its own time. It learns each part's training rows anew, where it
 * learns at all; a window that it does not answer counts as rejected.
 */
export async function outsideCell(
  task: CellsTask,
  name: string,
  model: OutsideModel,
  stop?: AbortSignal,
): Promise<Cells> {
  const table = featureTable(task.data, task.spec, task.extensions);
  const { parts } = splitRows(table.segments, task.split);
  const done: Decided[] = [];
  const cells = (): Cell[] => (done.length > 0 ? [cellFrom(done, parts.length, name, task, table)] : []);
  try {
    for (const part of parts) done.push(await decidedBy(model, task, table, part));
    return { cells: cells(), failures: [] };
  } catch (error) {
    if (stop?.aborted) throw stopped(stop.reason);
    return { cells: cells(), failures: [failureOf(task, name, error)] };
  }
}

/** What a model made of the test rows of one part. */
interface Decided {
  readonly decisions: readonly TestedDecision[];
  readonly unanswered: number;
}

async function decidedBy(
  model: OutsideModel,
  { spec, data }: CellsTask,
  table: FeatureTable,
  { train, test }: TrainTest,
): Promise<Decided> {
  const labels = labelsOf(table);
  const classes = sortedClasses(labels);
  const about = {
    classes,
    features: table.names,
    channels: data.channelNames,
    sampleRateHz: data.sampleRateHz,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
  };
  const decisions: TestedDecision[] = [];
  let unanswered = 0;
  const sampleAt = samplesFrom(table, train, spec.standardize);
  await model.prepare(about, (kind) => ({
    x: train.map((row) => sampleAt(row, kind)),
    labels: train.map((row) => labels[row] ?? ''),
  }));
  for (let from = 0; from < test.length; from += AT_ONCE) {
    const rows = test.slice(from, from + AT_ONCE);
    const posteriors = await Promise.all(rows.map((row) => model.posterior(sampleAt(row, model.kind))));
    if (model.failure) throw model.failure;
    posteriors.forEach((posterior, n) => {
      if (!posterior) unanswered++;
      const row = rows[n] ?? 0;
      decisions.push(posterior ? decisionOf(row, posterior, classes) : { row, label: '', confidence: -1 });
    });
  }
  return { decisions, unanswered };
}

/** The result of the parts that were decided: all, or those before a model failed. */
function cellFrom(
  done: readonly Decided[],
  parts: number,
  name: string,
  task: CellsTask,
  table: FeatureTable,
): Cell {
  const decisions = done.flatMap((part) => part.decisions).sort((a, b) => a.row - b.row);
  const unanswered = done.reduce((sum, part) => sum + part.unanswered, 0);
  const warnings = [...table.warnings];
  if (unanswered > 0)
    warnings.push(`${unanswered} windows were not answered by ${name} and count as rejected`);
  if (done.length < parts)
    warnings.push(
      `${name} failed after ${done.length} of ${parts} parts of the split; its numbers are of those alone`,
    );
  return cellOf(task, table, name, decisions, warnings);
}

/** Rows as the model wants to see them; where features are standardised, by the training rows alone. */
function samplesFrom(
  { x, windows, names }: FeatureTable,
  train: readonly number[],
  standardize: boolean,
): (row: number, kind: SampleKind) => Sample {
  const columns = names.length;
  const known = new Float64Array(train.length * columns);
  train.forEach((row, n) => known.set(x[row] ?? [], n * columns));
  const standardizer = Standardizer.of(known, train.length, columns, !standardize);
  return (row, kind) => {
    const window = windows[row];
    if (kind === 'window' && window) return microvolts(window);
    const values = Float64Array.from(x[row] ?? []);
    if (kind === 'features') standardizer.apply(values);
    return Array.from(values);
  };
}
