import type { StudyPlan } from './plan.js';
import type { StudyMetric } from './metrics.js';
import type { StudyPersonResult } from './study-person.js';

/** One number of a study: a measure of one person under one condition, by one decoder. */
export interface StudyRow {
  readonly person: number;
  readonly condition: string;
  readonly decoder: string;
  readonly metric: StudyMetric;
  /** NaN where there was nothing to measure, or where it failed. */
  readonly value: number;
  /** Why there is no value, where something failed. */
  readonly failure: string;
  /** What the condition says in numbers, in the order of {@link factorsOf}; NaN where it does not say. */
  readonly factors: readonly number[];
}

/** The dials and fields that conditions say in numbers: a column for each. */
export function factorsOf({ conditions }: Pick<StudyPlan, 'conditions'>): string[] {
  return [...new Set(conditions.flatMap(({ values }) => Object.keys(values)))];
}

/**
 * The whole table: every measure of every person under every condition by every decoder, in the order of the plan.
 * @param results of people, in the order in which the table has them
 */
export function studyRows(plan: StudyPlan, results: readonly StudyPersonResult[]): StudyRow[] {
  const factors = factorsOf(plan);
  const byCondition = plan.conditions.map(({ name, values }) => ({
    condition: name,
    factors: factors.map((factor) => values[factor] ?? NaN),
  }));
  return results.flatMap(({ person, cells, failures }) => {
    const known = new Map(cells.map((cell) => [keyOf(cell.condition, cell.decoder), cell.values]));
    const failed = new Map(failures.map((one) => [keyOf(one.condition, one.decoder ?? ''), one.message]));
    return byCondition.flatMap(({ condition, factors: own }) =>
      plan.decoders.flatMap(({ name: decoder }) => {
        const values = known.get(keyOf(condition, decoder));
        const failure = failed.get(keyOf(condition, decoder)) ?? failed.get(keyOf(condition, '')) ?? '';
        return plan.metrics.map((metric) => ({
          ...{ person, condition, decoder, metric, failure, factors: own },
          value: values?.[metric] ?? NaN,
        }));
      }),
    );
  });
}

const keyOf = (condition: string, decoder: string): string => JSON.stringify([condition, decoder]);

/** Columns of the table, in order; those of the factors come last. */
export function studyColumns(plan: Pick<StudyPlan, 'conditions'>): string[] {
  return ['person', 'condition', 'decoder', 'metric', 'value', 'failure', ...factorsOf(plan)];
}

/** A row as cells of {@link studyColumns}. */
export function studyCells({
  person,
  condition,
  decoder,
  metric,
  value,
  failure,
  factors,
}: StudyRow): unknown[] {
  return [person, condition, decoder, metric, value, failure, ...factors];
}
