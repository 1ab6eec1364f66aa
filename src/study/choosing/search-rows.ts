import { peopleMeanJson } from '../people-mean.js';
import type { AgainstDefault, Search } from './search-outcome.js';

/** Columns of the CSV of a search: a row for each candidate in each part of the test of each person. */
export const searchColumns: readonly string[] = [
  ...['person', 'part', 'candidate', 'innerAccuracy', 'testAccuracy', 'chosen', 'chosenByOthers'],
];

/** A search as rows of {@link searchColumns}. */
export function searchRows({ candidates, people }: Search): unknown[][] {
  return people.flatMap(({ person, parts, chosenByOthers }) =>
    parts.flatMap(({ name, chosen, inner, test }) =>
      candidates.map((candidate, c) => [
        ...[person, name, candidate.name, inner[c], test[c]],
        ...[candidate.name === chosen ? 1 : 0, candidate.name === chosenByOthers ? 1 : 0],
      ]),
    ),
  );
}

/** A search as JSON. */
export function searchJson({ candidates, procedures, optimism, people, steadied, split }: Search) {
  const { nested, others, optimistic } = procedures;
  return {
    split,
    scored: steadied ? 'steadied decisions, each recording anew' : 'decisions of the model',
    default: againstJson(candidates[0]),
    nested: againstJson(nested),
    ...(others && { chosenOnOthers: againstJson(others) }),
    optimistic: {
      accuracy: peopleMeanJson(optimistic.accuracy),
      difference: peopleMeanJson(optimistic.difference),
    },
    optimism: peopleMeanJson(optimism),
    candidates: candidates.map(({ name, settings, latencyMs, chosenIn, chosenByOthers, ...one }) => ({
      ...{ name, settings, latencyMs, chosenIn, chosenByOthers },
      ...againstJson(one),
    })),
    people: people.map(
      ({ person, parts, accuracies, nested: own, others: other, chosenByOthers, optimistic: best }) => ({
        ...{ person, default: orNull(accuracies[0]), nested: orNull(own) },
        ...(chosenByOthers !== undefined && { chosenOnOthers: orNull(other), chosenByOthers }),
        optimistic: orNull(best),
        parts: parts.map(({ name, chosen }) => ({ name, chosen })),
        accuracies: Object.fromEntries(candidates.map(({ name }, c) => [name, orNull(accuracies[c])])),
      }),
    ),
  };
}

function againstJson({ accuracy, difference, p, adjustedP }: AgainstDefault) {
  return {
    accuracy: peopleMeanJson(accuracy),
    difference: peopleMeanJson(difference),
    ...{ p: orNull(p), adjustedP: orNull(adjustedP) },
  };
}

function orNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
