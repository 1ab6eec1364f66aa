import { byDecoder, type PeoplePoint, type PeopleStudy } from '../learning/people-points.js';
import { peopleMeanJson } from '../people-mean.js';
import { combinationName } from './cohort-report.js';
import { intervalText, pointsIntervalText, pointsText, probabilityText, shareText } from './mean-text.js';
import { percent1 } from './svg.js';

/** How the points of a study are told. */
export interface LearningColumns {
  /** Settings by their names, with what the table calls them. */
  readonly at: readonly (readonly [name: string, title: string])[];
  /** Further measures that are shares. */
  readonly shares: readonly (readonly [name: string, title: string])[];
  /** What the difference is from. */
  readonly difference: string;
  /** A setting as people read it; default as it is. */
  readonly text?: (name: string, value: number | string) => string;
}

/** A table of all points: mean ± SD over people, intervals, and differences within people with their test. */
export function learningTable(
  { points }: PeopleStudy,
  { at, shares, difference, text = (_, value) => String(value) }: LearningColumns,
): string[][] {
  const decoders = byDecoder(points);
  return [
    [
      'decoder',
      ...at.map(([, title]) => title),
      ...['n', 'accuracy', '95 % of mean', difference, '95 % of mean', 'p', 'p (Holm)'],
      ...shares.map(([, title]) => title),
    ],
    ...decoders.flatMap((own) =>
      own.map((point, n) => [
        n === 0 ? combinationName(point) : '',
        ...at.map(([name]) => text(name, point.at[name] ?? '')),
        String(point.accuracy.n),
        shareText(point.accuracy),
        intervalText(point.accuracy),
        ...differenceCells(point),
        ...shares.map(([name]) => percent1(point.more[name]?.mean ?? NaN)),
      ]),
    ),
  ];
}

function differenceCells({ difference }: PeoplePoint): string[] {
  if (!difference) return ['', '', '', ''];
  const { mean, test, holm } = difference;
  const tested = mean.n > 1;
  return [
    pointsText(mean),
    pointsIntervalText(mean),
    tested ? probabilityText(test.p) : '–',
    tested ? probabilityText(holm) : '–',
  ];
}

/** What of the table is a statistic of what, in sentences. */
export function statisticsText({ people }: PeopleStudy, difference: string): string {
  const n = people.length;
  if (n === 1)
    return 'One person: no standard deviation, interval or test over people is possible; several people are needed.';
  const test =
    n <= 16
      ? `exact paired permutation test, of which the least is ${leastText(n)}`
      : 'paired permutation test of 20 000 draws';
  return (
    `Mean ± standard deviation over ${n} people; intervals are Student’s t over people; “${difference}” is within the same ` +
    `people, in points; p: ${test}; Holm: raised for all comparisons of the table.`
  );
}

function leastText(n: number): string {
  const ways = 1 << n;
  return `2/${ways}`;
}

/** Columns of the CSV: a row for each point of each person. */
export function learningCsvColumns({ at }: LearningColumns, more: readonly string[]): string[] {
  return [
    'person',
    'features',
    'classifier',
    'windowMs',
    ...at.map(([name]) => name),
    'accuracy',
    'decisions',
    ...more,
  ];
}

export function learningCsvRows(
  { people }: PeopleStudy,
  { at }: LearningColumns,
  more: readonly string[],
): unknown[][] {
  return people.flatMap(({ person, points }) =>
    points.map((point) => [
      ...[person, point.features.join('+'), point.classifier, point.windowMs],
      ...at.map(([name]) => point.at[name]),
      ...[point.accuracy, point.decisions],
      ...more.map((name) => point.more[name]),
    ]),
  );
}

/** A study as JSON: what holds over people, and every person. */
export function learningJson({ points, people }: PeopleStudy) {
  return {
    results: points.map(({ accuracy, difference, more, at, ...decoder }) => ({
      ...decoder,
      ...at,
      accuracy: peopleMeanJson(accuracy),
      ...(difference && {
        difference: {
          ...peopleMeanJson(difference.mean),
          ...(difference.mean.n > 1 && {
            ...{ p: difference.test.p, exact: difference.test.exact, holm: difference.holm },
          }),
        },
      }),
      ...Object.fromEntries(Object.entries(more).map(([name, mean]) => [name, peopleMeanJson(mean)])),
    })),
    people: people.map(({ person, points: own, failures }) => ({
      person,
      results: own.map(({ at, more, ...point }) => ({ ...point, ...at, ...more })),
      ...(failures.length > 0 && { failures }),
    })),
  };
}
