import { z } from 'zod';
import { StreamError } from '../../src/ground/signal/errors.js';
import { personName } from '../../src/study/evaluate-cohort.js';
import type { RunCell } from '../../src/study/against.js';
import { readJson } from '../read-json.js';

const share = z.number().nullable();
const fold = z.object({ name: z.string(), accuracy: share });
const combination = z.object({
  features: z.array(z.string()),
  classifier: z.string(),
  windowMs: z.number(),
});
const cell = combination.extend({ accuracy: share, folds: z.array(fold) });
const mean = z.object({ mean: share });
/** `evaluate --json` of one combination, of several, and of people. */
const runs = z.union([
  z.object({
    population: z.optional(z.string()),
    data: z.optional(z.string()),
    results: z.array(combination.extend({ accuracy: mean })),
    people: z.array(
      z.object({
        person: z.union([z.number(), z.string()]),
        results: z.array(combination.extend({ accuracy: share })),
      }),
    ),
  }),
  z.object({ data: z.string(), results: z.array(cell) }),
  cell.extend({ data: z.string() }),
]);

/** An earlier evaluation. */
export interface EarlierRun {
  /** The data or the population that it was of. */
  readonly of: string;
  readonly cells: readonly RunCell[];
}

/**
 * The combinations of an earlier evaluation, from what `evaluate --json` wrote.
 * @throws StreamError where the file is something else; InputOutputError where it cannot be read
 */
export async function readEarlierRun(path: string): Promise<EarlierRun> {
  const parsed = runs.safeParse(await readJson(path));
  if (!parsed.success)
    throw new StreamError(`${path}: not the JSON of an evaluation with its folds`, {
      hint: 'Write one with myodesis evaluate … --json > earlier.json.',
    });
  const run = parsed.data;
  if ('people' in run)
    return {
      of: run.population ?? run.data ?? '',
      cells: run.results.map(({ accuracy, ...one }) => ({
        ...one,
        accuracy: accuracy.mean ?? NaN,
        folds: run.people.map(({ person, results }) => ({
          name: personName(person),
          accuracy: results.find((own) => sameCombination(own, one))?.accuracy ?? NaN,
        })),
      })),
    };
  const cells = ('results' in run ? run.results : [run]).map(
    ({ features, classifier, windowMs, ...told }) => ({
      ...{ features, classifier, windowMs, accuracy: told.accuracy ?? NaN },
      folds: told.folds.map(({ name, accuracy }) => ({ name, accuracy: accuracy ?? NaN })),
    }),
  );
  return { of: run.data, cells };
}

type Combination = z.infer<typeof combination>;

function sameCombination(a: Combination, b: Combination): boolean {
  return (
    a.features.join() === b.features.join() && a.classifier === b.classifier && a.windowMs === b.windowMs
  );
}
