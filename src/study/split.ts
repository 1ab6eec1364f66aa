import { naturally } from '../ground/signal/naturally.js';
import { leaveGroupsOut, type TrainTest } from '../decoder/evaluation/tested-decisions.js';
import { StreamError } from '../ground/signal/errors.js';
import type { SegmentOrigin } from '../ground/signal/segment-origin.js';
import type { StudySegment } from './study-data.js';

/** How windows are divided between training and test. Never within a repetition. */
export interface Split {
  /** Leave these out in turn; as {@link usualDivision} tells, if not said. */
  readonly by?: 'trial' | 'repetition' | 'subject';
  /** Test on these alone, train on the others. */
  readonly testTrials?: readonly string[];
  readonly testRepetitions?: readonly number[];
}

/** Which windows train and which test, with a phrase that says so. */
export interface SplitRows {
  readonly parts: readonly TrainTest[];
  readonly text: string;
}

/**
 * @param segments of each row: a window, or a recording
 * @param unit what rows are called in the phrase
 * @throws StreamError where nothing is left to train or to test on; ModelError where there is nothing to divide by
 */
export function splitRows(
  segments: readonly StudySegment[],
  split: Split,
  unit: 'windows' | 'recordings' = 'windows',
): SplitRows {
  const tested = testedOf(segments, split);
  if (tested?.every(Boolean))
    throw new StreamError(`${selected(split)}: nothing is left to train on`, {
      hint: 'Select fewer, or others; a decoder trained before needs nothing to train on.',
    });
  if (tested) {
    const train = rowsWhere(tested, false);
    const test = rowsWhere(tested, true);
    return {
      parts: [{ train, test }],
      text: `trained on ${train.length} ${unit}, tested on ${test.length} of ${selected(split)}`,
    };
  }
  const by = split.by ?? usualDivision(segments);
  if (by === 'part') return halves(segments, unit);
  const groups = segments.map((segment) => segment[by] ?? '');
  if (by === 'subject' && new Set(groups).size < 2)
    throw new StreamError('--by subject: the data name one person only', {
      hint: 'Say where people stand in the paths, such as --pattern "{subject}/C_{class}_R_{rep}.csv".',
    });
  const labels = segments.map(({ label }) => label);
  return {
    parts: leaveGroupsOut(groups, labels),
    text: `each of ${new Set(groups).size} ${by === 'subject' ? 'people' : `${by}s`} left out in turn`,
  };
}

/**
 * What training and test are divided by unless said otherwise: the halves of a data set that was divided by whoever made
 * it; trials, where most classes are in several; else repetitions.
 */
export function usualDivision(segments: readonly SegmentOrigin[]): 'part' | 'trial' | 'repetition' {
  const parts = new Set(segments.map(({ part }) => part));
  if (parts.has('train') && parts.has('test')) return 'part';
  const trials = new Map<string, Set<string>>();
  for (const { label, trial } of segments) trials.set(label, (trials.get(label) ?? new Set()).add(trial));
  const several = [...trials.values()].filter((of) => of.size > 1).length;
  return 2 * several > trials.size ? 'trial' : 'repetition';
}

/** What training is divided by where it is divided once more: as the split, or by repetitions where halves were given. */
export function divisionOf(
  segments: readonly SegmentOrigin[],
  { by }: Split,
): 'trial' | 'repetition' | 'subject' {
  const usual = by ?? usualDivision(segments);
  return usual === 'part' ? 'repetition' : usual;
}

function halves(segments: readonly StudySegment[], unit: string): SplitRows {
  const rowsOf = (wanted: 'train' | 'test'): number[] =>
    segments.flatMap(({ part }, row) => (part === wanted ? [row] : []));
  const train = rowsOf('train');
  const test = rowsOf('test');
  const neither = segments.length - train.length - test.length;
  const left = neither > 0 ? `; ${neither} in neither are left out` : '';
  return {
    parts: [{ train, test }],
    text: `trained on ${train.length} ${unit} of train, tested on ${test.length} of test, as the data are divided${left}`,
  };
}

/**
 * Which segments a split names to test on; undefined where it names none.
 * @throws StreamError where it names some that there are not
 */
export function testedOf(segments: readonly StudySegment[], split: Split): boolean[] | undefined {
  const { testTrials, testRepetitions } = split;
  if (!testTrials && !testRepetitions) return undefined;
  requireKnown(
    'trial',
    testTrials,
    segments.map(({ trial }) => trial),
  );
  requireKnown(
    'repetition',
    testRepetitions,
    segments.map(({ repetition }) => repetition),
  );
  const tested = segments.map(
    ({ trial, repetition }) =>
      (testTrials?.includes(trial) ?? true) && (testRepetitions?.includes(repetition) ?? true),
  );
  if (!tested.some(Boolean))
    throw new StreamError(`${selected(split)}: there is nothing to test on`, { hint: 'Select others.' });
  return tested;
}

function requireKnown<T extends string | number>(
  what: string,
  wanted: readonly T[] | undefined,
  present: readonly T[],
): void {
  const known = [...new Set(present)].sort((a, b) => naturally(String(a), String(b)));
  const missing = wanted?.find((one) => !known.includes(one));
  if (missing !== undefined)
    throw new StreamError(`there is no ${what} ${missing} in the data`, {
      hint: `The ${what}s are ${known.join(', ')}.`,
    });
}

function selected({ testTrials, testRepetitions }: Split): string {
  const parts = [];
  if (testTrials) parts.push(`trial ${testTrials.join(', ')}`);
  if (testRepetitions) parts.push(`repetition ${testRepetitions.join(', ')}`);
  return parts.join(', ');
}

function rowsWhere(tested: readonly boolean[], wanted: boolean): number[] {
  return tested.flatMap((is, row) => (is === wanted ? [row] : []));
}
