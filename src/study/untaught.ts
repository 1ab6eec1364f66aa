import { ModelError } from '../ground/signal/errors.js';
import type { CellsTask } from './evaluate-cells.js';
import { featureTable, type FeatureTable } from './feature-table.js';
import { splitRows, testedOf, type Split, type SplitRows } from './split.js';
import type { StudyData } from './study-data.js';

/** What a model that cannot be taught is tested on; see `EvaluateOptions.unseen`. */
export type Unseen = (() => StudyData) | boolean;

/** Rows of a table, divided. */
export interface TestRows extends SplitRows {
  readonly table: FeatureTable;
}

/**
 * What a model that came trained can be tested on.
 * @throws ModelError where it may have seen all of it
 */
export function untaught(task: CellsTask, table: FeatureTable, name: string, unseen: Unseen): TestRows {
  const rows = table.segments.map((_, row) => row);
  if (typeof unseen === 'function') {
    const known = new Set(task.data.segments);
    const segments = [...task.data.segments, ...unseen().segments];
    const both = featureTable({ ...task.data, segments }, task.spec, task.extensions);
    const all = both.segments.map((segment, row) => ({ row, is: known.has(segment) }));
    const train = all.flatMap(({ row, is }) => (is ? [row] : []));
    const test = all.flatMap(({ row, is }) => (is ? [] : [row]));
    const text = `another session of the person, ${test.length} windows, which no model can have learned from`;
    return { table: both, parts: [{ train, test }], text };
  }
  const named = testedOf(table.segments, task.split);
  if (named) {
    const test = rows.filter((row) => named[row]);
    const train = rows.filter((row) => !named[row]);
    const text = `${test.length} windows named as test, for a model that came trained`;
    return { table, parts: [{ train: train.length > 0 ? train : rows, test }], text };
  }
  if (unseen) {
    const { parts, text } = partsOf(table, task.split);
    return { table, parts, text: `${text}; a model that came trained is said to have seen none of it` };
  }
  throw new ModelError(
    `${name} came trained and cannot be taught, perhaps on these very recordings: no number`,
    {
      hint: 'Name what it did not learn from (--test-trials 6), or say that it learned from none (--unseen).',
    },
  );
}

/** The parts of a split, so that a model is compared with others on the same; all at once where there is one part. */
function partsOf({ segments }: FeatureTable, split: Split): SplitRows {
  try {
    return splitRows(segments, split);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const rows = segments.map((_, row) => row);
    return { parts: [{ train: rows, test: rows }], text: 'all windows tested' };
  }
}
