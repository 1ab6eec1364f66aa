import { peopleMean, type PeopleMean } from '../people-mean.js';
import type { StudyMetric } from './metrics.js';
import type { StudyPlan } from './plan.js';
import type { StudyRow } from './study-rows.js';

/** What a condition does to a measure, over people. */
export interface Effect {
  readonly decoder: string;
  readonly condition: string;
  readonly metric: StudyMetric;
  /** The measure under the condition. */
  readonly value: PeopleMean;
  /** Against the same people under the first condition; absent for the first itself. */
  readonly difference?: PeopleMean;
  /**
   * Mean of the differences over their standard deviation (Cohen's d of paired samples, d_z); NaN where people do not
   * differ. Absent for the first condition.
   */
  readonly size?: number;
  /** Every person, in the order of the table: the measure and its difference from the first condition. */
  readonly people: readonly PersonEffect[];
}

/** One person in an effect. */
export interface PersonEffect {
  readonly person: number;
  readonly value: number;
  readonly difference: number;
}

/** The effect of every condition, by decoder, then measure, then condition in the order of the plan. */
export function effectsOf({ conditions, decoders, metrics }: StudyPlan, rows: readonly StudyRow[]): Effect[] {
  const values = new Map<string, { person: number; value: number }[]>();
  for (const { decoder, metric, condition, person, value } of rows) {
    const key = JSON.stringify([decoder, metric, condition]);
    const known = values.get(key);
    if (known) known.push({ person, value });
    else values.set(key, [{ person, value }]);
  }
  const valuesOf = (decoder: string, metric: StudyMetric, condition: string) =>
    values.get(JSON.stringify([decoder, metric, condition])) ?? [];
  return decoders.flatMap(({ name: decoder }) =>
    metrics.flatMap((metric) => {
      const first = valuesOf(decoder, metric, conditions[0]?.name ?? '');
      return conditions.map(({ name: condition }, c): Effect => {
        const people = valuesOf(decoder, metric, condition).map(({ person, value }, p) => ({
          ...{ person, value },
          difference: value - (first[p]?.value ?? NaN),
        }));
        const value = peopleMean(people.map((one) => one.value));
        const told = { decoder, condition, metric, value, people };
        if (c === 0) return told;
        const difference = peopleMean(people.map((one) => one.difference));
        return { ...told, difference, size: difference.sd > 0 ? difference.mean / difference.sd : NaN };
      });
    }),
  );
}
