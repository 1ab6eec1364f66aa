import { cellColumns, cellRows } from './cell-rows.js';
import { cohortMetrics, type CohortEvaluation } from './evaluate-cohort.js';
import { peopleMeanJson } from './people-mean.js';

/** Columns of the CSV of people: a row for each combination in each person. */
export const personColumns: readonly string[] = ['person', ...cellColumns];

/** How every combination did in every person, as rows of {@link personColumns}. */
export function personRows({ people }: CohortEvaluation): unknown[][] {
  return people.flatMap(({ person, cells }) => cellRows(cells).map((row) => [person, ...row]));
}

/** An evaluation of people as JSON: combinations over people, and every person with their own numbers. */
export function cohortJson({ cells, people }: CohortEvaluation) {
  return {
    results: cells.map(({ metrics, behind, ...cell }) => ({
      ...cell,
      ...Object.fromEntries(cohortMetrics.map((name) => [name, peopleMeanJson(metrics[name])])),
      behind: peopleMeanJson(behind),
    })),
    people: people.map(({ person, cells: own, failures }) => ({
      person,
      results: own.map(({ control, features, classifier, windowMs, metrics, folds, selection }) => ({
        ...{ control, features, classifier, windowMs },
        ...Object.fromEntries(cohortMetrics.map((name) => [name, metrics[name]])),
        folds,
        ...(selection && { selection }),
      })),
      ...(failures.length > 0 && { failures }),
    })),
  };
}
