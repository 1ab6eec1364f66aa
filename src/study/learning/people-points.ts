import { holm, pairedPermutation, type PermutationTest } from '../benchmark/paired-permutation.js';
import type { Cell, CellFailure } from '../evaluate-cells.js';
import { keyOf } from '../evaluate-cohort.js';
import { peopleMean, type PeopleMean } from '../people-mean.js';

/** What a value was measured at, by the names of the study's columns, such as `{ day: 2, way: 'self' }`. */
export type Setting = Readonly<Record<string, number | string>>;

/** How one decoder did at one setting in one person. */
export interface PersonPoint extends Pick<Cell, 'features' | 'classifier' | 'windowMs'> {
  readonly at: Setting;
  /** Share of right decisions; NaN where there is none. */
  readonly accuracy: number;
  readonly decisions: number;
  /** Further measures by their names. */
  readonly more: Readonly<Record<string, number>>;
}

/** Everything measured in one person. */
export interface PersonPoints {
  /** Number of a simulated person, name of a recorded one. */
  readonly person: number | string;
  readonly points: readonly PersonPoint[];
  readonly failures: readonly CellFailure[];
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
}

/** A difference in the same people. */
export interface PairedDifference {
  /** Accuracy by which a setting lies above the one that it is compared with; negative where it lies below. */
  readonly mean: PeopleMean;
  /** Exact up to 16 people, two-sided. */
  readonly test: PermutationTest;
  /** `test.p` raised for all comparisons of the same table (Holm 1979). */
  readonly holm: number;
}

/** One decoder at one setting, over people. */
export interface PeoplePoint extends Pick<Cell, 'features' | 'classifier' | 'windowMs'> {
  readonly at: Setting;
  readonly accuracy: PeopleMean;
  /** From the setting that it is compared with, of the same decoder; none for that one itself. */
  readonly difference?: PairedDifference;
  readonly more: Readonly<Record<string, PeopleMean>>;
}

/** A study of settings in people: all of them, and what holds over them. */
export interface PeopleStudy {
  readonly points: readonly PeoplePoint[];
  readonly people: readonly PersonPoints[];
}

/**
 * What points of people say of the population, with differences within people.
 * @param beside the setting that another is compared with; undefined for none
 */
export function overPeople(
  people: readonly PersonPoints[],
  beside: (at: Setting) => Setting | undefined,
): PeopleStudy {
  const values = new Map<string, (PersonPoint | undefined)[]>();
  people.forEach(({ points }, p) => {
    for (const point of points) {
      const key = pointKey(point);
      const own = values.get(key) ?? people.map(() => undefined);
      own[p] = point;
      values.set(key, own);
    }
  });
  const columns = [...values.values()].flatMap((own) => {
    const known = own.find((point) => point !== undefined);
    return known ? [{ known, own }] : [];
  });
  const differences = columns.map(({ known, own }) => {
    const at = beside(known.at);
    const other = at && values.get(pointKey({ ...known, at }));
    return other && own.map((point, p) => accuracyOf(point) - accuracyOf(other[p]));
  });
  const tests = differences.map((one) => (one ? pairedPermutation(one) : undefined));
  const adjusted = holm(tests.map((test) => test?.p ?? NaN));
  const points = columns.map(({ known, own }, n): PeoplePoint => {
    const { features, classifier, windowMs, at } = known;
    const difference = differences[n];
    const test = tests[n];
    return {
      ...{ features, classifier, windowMs, at, accuracy: peopleMean(own.map(accuracyOf)) },
      ...(difference && test && { difference: { mean: peopleMean(difference), test, holm: adjusted[n] } }),
      more: Object.fromEntries(
        Object.keys(known.more).map((name) => [name, peopleMean(own.map((one) => one?.more[name] ?? NaN))]),
      ),
    };
  });
  return { points, people };
}

/** The points of each decoder by themselves, in their order. */
export function byDecoder<P extends Pick<Cell, 'features' | 'classifier' | 'windowMs'>>(
  points: readonly P[],
): P[][] {
  const groups = new Map<string, P[]>();
  for (const point of points) {
    const group = groups.get(keyOf(point));
    if (group) group.push(point);
    else groups.set(keyOf(point), [point]);
  }
  return [...groups.values()];
}

function pointKey(point: Pick<PersonPoint, 'features' | 'classifier' | 'windowMs' | 'at'>): string {
  return `${keyOf(point)} ${JSON.stringify(Object.entries(point.at))}`;
}

function accuracyOf(point: PersonPoint | undefined): number {
  return point?.accuracy ?? NaN;
}
