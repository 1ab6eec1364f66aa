import type { Classifier } from '../decoder/classifiers/classifier.js';
import { leaveGroupsOut, testedDecisions, type TrainTest } from '../decoder/evaluation/tested-decisions.js';
import type { FeatureColumns } from '../decoder/features/feature-columns.js';
import { ConfigError, ModelError, StreamError } from '../ground/signal/errors.js';
import type { SegmentOrigin } from '../ground/signal/segment-origin.js';
import { divisionOf, type Split } from './split.js';

/** Parts that the training windows are divided into while features are chosen. */
const FOLDS = 5;

/** Features chosen for one part of a test, without its test windows. */
export interface Selection {
  /** What was left out, such as `repetition 2`. */
  readonly part: string;
  /** In the order in which they were chosen. */
  readonly features: readonly string[];
  /** Accuracy on held-out training windows with the first, the first two, and so on. */
  readonly accuracies: readonly number[];
}

/** What features are chosen by. */
export interface SelectionTask {
  /** Makes a model that is fitted and thrown away. */
  readonly create: () => Classifier;
  readonly x: readonly ArrayLike<number>[];
  readonly labels: readonly string[];
  /** Where each row comes from. */
  readonly segments: readonly SegmentOrigin[];
  readonly features: readonly FeatureColumns[];
  /** How many are to be chosen. */
  readonly count: number;
  readonly split: Split;
}

/**
 * Sequential forward selection (Whitney 1971) inside the training windows of one part: the feature, over all channels, that
 * makes the model most accurate, then the one that does so beside it, and so on; the first of equals. Accuracy is that on
 * repetitions (trials, people) of the training windows that were left out in turn, so that nothing of the test is seen.
 *
 * @throws ConfigError where more are wanted than there are; StreamError where training has nothing to divide by
 */
export function selectFeatures(task: SelectionTask, { train, test }: TrainTest): Selection {
  const { features, count, segments, split } = task;
  if (count > features.length)
    throw new ConfigError(
      `select features: got ${count}, expected at most the ${features.length} that are given`,
      {
        field: 'selectFeatures',
        hint: `Choose from more features, or fewer of ${features.map(({ name }) => name).join(', ')}.`,
      },
    );
  const by = divisionOf(segments, split);
  const groups = train.map((row) => segments[row]?.[by] ?? '');
  if (new Set(groups).size < 2)
    throw new StreamError(`select features: training holds one ${by} only, expected at least two`, {
      hint: 'Features are chosen on training windows that are left out in turn: test on fewer, or record more.',
    });
  const labels = train.map((row) => task.labels[row] ?? '');
  const parts = leaveGroupsOut(groups, labels, FOLDS);
  const chosen: FeatureColumns[] = [];
  const accuracies: number[] = [];
  while (chosen.length < count) {
    const [best, accuracy] = nextBest(task, chosen, { train, labels, parts });
    chosen.push(best);
    accuracies.push(accuracy);
  }
  const left = [...new Set(test.map((row) => segments[row]?.[by]))];
  return {
    part: left.length === 1 ? `${by} ${String(left[0])}` : 'the test',
    features: chosen.map(({ name }) => name),
    accuracies,
  };
}

/** The columns of chosen features, row by row, in the order of the choice. */
export function columnsOf(
  x: readonly ArrayLike<number>[],
  features: readonly FeatureColumns[],
  names: readonly string[],
): Float64Array[] {
  const columns = names.flatMap((name) => features.find((one) => one.name === name)?.columns ?? []);
  return x.map((row) => Float64Array.from(columns, (column) => row[column] ?? NaN));
}

interface Inner {
  /** Rows that are learned from. */
  readonly train: readonly number[];
  /** Their labels, and their division, counted among them. */
  readonly labels: readonly string[];
  readonly parts: readonly TrainTest[];
}

function nextBest(
  { create, x, features }: SelectionTask,
  chosen: readonly FeatureColumns[],
  { train, labels, parts }: Inner,
): [best: FeatureColumns, accuracy: number] {
  const rows = train.map((row) => x[row] ?? []);
  let best: FeatureColumns | undefined;
  let highest = -1;
  let failure: unknown;
  for (const feature of features) {
    if (chosen.includes(feature)) continue;
    const names = [...chosen, feature].map(({ name }) => name);
    try {
      const decisions = testedDecisions(create, columnsOf(rows, features, names), labels, parts);
      const right = decisions.filter(({ row, label }) => label === labels[row]).length;
      const accuracy = decisions.length > 0 ? right / decisions.length : 0;
      if (accuracy > highest) [best, highest] = [feature, accuracy];
    } catch (error) {
      // A feature that never changes cannot be learned from alone; it is not chosen while there are others.
      if (!(error instanceof ModelError)) throw error;
      failure = error;
    }
  }
  if (best) return [best, highest];
  throw failure;
}
