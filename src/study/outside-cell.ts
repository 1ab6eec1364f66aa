import { sortedClasses } from '../decoder/classifiers/training-set.js';
import { decisionOf, type TestedDecision, type TrainTest } from '../decoder/evaluation/tested-decisions.js';
import { Standardizer } from '../decoder/training/standardizer.js';
import type { OutsideModel, Sample, SampleKind, TrainingSamples } from '../decoder/outside-model.js';
import { microvolts } from '../decoder/outside/sample-of.js';
import { cellOf, failureOf, labelsOf, type Cell, type Cells, type CellsTask } from './evaluate-cells.js';
import { stopped } from './job.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { splitRows, type SplitRows } from './split.js';
import { untaught, type TestRows, type Unseen } from './untaught.js';

/** Questions under way at a time. */
const AT_ONCE = 16;

/**
 * As `evaluateCells`, by a model that answers in its own time. It learns each part's training rows anew; one that
 * cannot be taught may have learned from anything, and is tested on what it cannot have seen or not at all. A window
 * that is not answered counts as rejected.
 */
export async function outsideCell(
  task: CellsTask,
  name: string,
  model: OutsideModel,
  unseen: Unseen,
  stop?: AbortSignal,
): Promise<Cells> {
  const done: Decided[] = [];
  let tested: TestRows | undefined;
  const cells = (): Cell[] => (tested && done.length > 0 ? [cellFrom(done, name, task, tested)] : []);
  try {
    tested = await begun(task, name, model, unseen);
    for (const [n, part] of tested.parts.entries()) done.push(await decidedBy(model, task, tested, part, n));
    return { cells: cells(), failures: [] };
  } catch (error) {
    if (stop?.aborted) throw stopped(stop.reason);
    return { cells: cells(), failures: [failureOf(task, name, error)] };
  }
}

/** Make the model ready for the first part: whether it asks to be taught decides what it is tested on. */
async function begun(task: CellsTask, name: string, model: OutsideModel, unseen: Unseen): Promise<TestRows> {
  const table = featureTable(task.data, task.spec, task.extensions);
  const taught: { by?: SplitRows } = {};
  await model.prepare(aboutOf(task, table), (kind) => {
    const by = (taught.by ??= splitRows(table.segments, task.split));
    return samplesOf(task, table, by.parts[0]?.train ?? [], kind);
  });
  return taught.by ? { table, ...taught.by } : untaught(task, table, name, unseen);
}

/** What a model made of the test rows of one part. */
interface Decided {
  readonly decisions: readonly TestedDecision[];
  readonly unanswered: number;
}

async function decidedBy(
  model: OutsideModel,
  task: CellsTask,
  { table }: TestRows,
  { train, test }: TrainTest,
  part: number,
): Promise<Decided> {
  const about = aboutOf(task, table);
  if (part > 0) await model.prepare(about, (kind) => samplesOf(task, table, train, kind));
  const sampleAt = samplesFrom(table, train, task.spec.standardize);
  const decisions: TestedDecision[] = [];
  let unanswered = 0;
  for (let from = 0; from < test.length; from += AT_ONCE) {
    const rows = test.slice(from, from + AT_ONCE);
    const posteriors = await Promise.all(rows.map((row) => model.posterior(sampleAt(row, model.kind))));
    if (model.failure) throw model.failure;
    posteriors.forEach((posterior, n) => {
      if (!posterior) unanswered++;
      const row = rows[n] ?? 0;
      const none = { row, label: '', confidence: -1 };
      decisions.push(posterior ? decisionOf(row, posterior, about.classes) : none);
    });
  }
  return { decisions, unanswered };
}

/** The result of the parts that were decided: all, or those before a model failed. */
function cellFrom(done: readonly Decided[], name: string, task: CellsTask, tested: TestRows): Cell {
  const { table, parts, text: split } = tested;
  const decisions = done.flatMap((part) => part.decisions).sort((a, b) => a.row - b.row);
  const unanswered = done.reduce((sum, part) => sum + part.unanswered, 0);
  const warnings = [...table.warnings];
  if (unanswered > 0)
    warnings.push(`${unanswered} windows were not answered by ${name} and count as rejected`);
  if (done.length < parts.length)
    warnings.push(
      `${name} failed after ${done.length} of ${parts.length} parts of the split; its numbers are of those alone`,
    );
  return cellOf(task, table, { classifier: name, split, parts, decisions, warnings });
}

function aboutOf({ spec, data }: CellsTask, table: FeatureTable) {
  return {
    classes: sortedClasses(labelsOf(table)),
    features: table.names,
    channels: data.channelNames,
    sampleRateHz: data.sampleRateHz,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
  };
}

function samplesOf(
  { spec }: CellsTask,
  table: FeatureTable,
  train: readonly number[],
  kind: SampleKind,
): TrainingSamples {
  const labels = labelsOf(table);
  const sampleAt = samplesFrom(table, train, spec.standardize);
  return { x: train.map((row) => sampleAt(row, kind)), labels: train.map((row) => labels[row] ?? '') };
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
