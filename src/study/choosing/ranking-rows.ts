import { citation, isAssumption } from '../../ground/sources/index.js';
import { peopleMeanJson } from '../people-mean.js';
import { criteria, criterionNames } from './criteria.js';
import type { Ranking } from './rank-features.js';
import { record } from './rank-person.js';

/** Columns of the CSV of a ranking: a row for everything that is ranked, in each person. */
export const rankingColumns: readonly string[] = [
  ...['person', 'name', 'place'],
  ...criterionNames.flatMap((name) => [name, `${name}Place`]),
];

/** A ranking as rows of {@link rankingColumns}. */
export function rankingRows({ people }: Ranking): unknown[][] {
  return people.flatMap(({ person, items }) =>
    items.map(({ name, place, values, places }) => [
      ...[person, name, place],
      ...criterionNames.flatMap((criterion) => [values[criterion], places[criterion]]),
    ]),
  );
}

/** A ranking as JSON, with what each criterion is and where it comes from. */
export function rankingJson({ what, items, people }: Ranking) {
  return {
    ranked: what,
    people: people.map(({ person, items: own }) => ({
      person,
      ranking: own.map(({ name, place, values, places }) => ({
        ...{ name, place },
        criteria: record((criterion) => ({
          value: orNull(values[criterion]),
          place: orNull(places[criterion]),
        })),
      })),
    })),
    ranking: items.map(({ name, place, places, values, firstIn, p, adjustedP }) => ({
      ...{ name, place: peopleMeanJson(place), firstIn, p: orNull(p), adjustedP: orNull(adjustedP) },
      criteria: record((criterion) => ({
        value: peopleMeanJson(values[criterion]),
        place: peopleMeanJson(places[criterion]),
      })),
    })),
    criteria: criterionNames.map((name) => {
      const { term, better, explain, source } = criteria[name];
      return { name, term, better, explain, source: citation(source), read: !isAssumption({ source }) };
    }),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
