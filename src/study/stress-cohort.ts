import type { DisturbanceMetrics } from '../decoder/evaluation/disturbance-metrics.js';
import type { Scenario } from '../scenario/scenario.js';
import { requirePeople } from './evaluate-cohort.js';
import { peopleMean, type PeopleMean } from './people-mean.js';
import {
  stress,
  type StressFailure,
  type StressOptions,
  type StressResult,
  type StressRow,
} from './stress.js';

/** As {@link StressOptions}; a decoder is trained in each person. */
export type StressCohortOptions = Omit<StressOptions, 'decoder'>;

/** How one person's decoder did. */
export interface PersonStress extends Pick<StressResult, 'undisturbed' | 'rows' | 'failures'> {
  /** Number of the person. */
  readonly person: number;
  /** Held-out accuracy of the calibration. */
  readonly heldOutAccuracy: number;
  readonly notes: readonly string[];
}

/** One level of one dial over people. */
export interface StressCohortRow extends Pick<StressRow, 'dial' | 'title' | 'unit' | 'level' | 'added'> {
  readonly accuracy: PeopleMean;
  /** Accuracy lost against the same person undisturbed, as a share: positive where the dial costs something. */
  readonly loss: PeopleMean;
  readonly activeErrorRate: PeopleMean;
  readonly movingAtRest: PeopleMean;
  /** Per hour of standing still, over people who ever stood still. */
  readonly falseActivationsPerHour: PeopleMean;
  readonly onsetSeconds: PeopleMean;
  /** Over people who had something to recover from, and did. */
  readonly recoverySeconds: PeopleMean;
}

/** What each dial costs people. */
export interface StressCohortResult {
  readonly undisturbed: Omit<StressCohortRow, 'dial' | 'title' | 'unit' | 'level' | 'added' | 'loss'>;
  readonly rows: readonly StressCohortRow[];
  readonly people: readonly PersonStress[];
  readonly failures: readonly (StressFailure & { readonly person: number })[];
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
  readonly heldOutAccuracy: PeopleMean;
  /** Of one person's session. */
  readonly scriptSeconds: number;
  readonly restSeconds: number;
}

/**
 * A stress test of each of some people, one after the other, and what every dial costs over people.
 *
 * @param people such as `cohort(scenario, { size: 20 })`
 * @throws ConfigError where there are no people, and as {@link stress}
 * @example
 * const { rows } = await stressCohort(cohort(presetByName('transhumeral-tmr'), { size: 10 }), { quick: true });
 * for (const { dial, level, loss } of rows) console.log(dial, level, loss.mean, loss.low, loss.high);
 */
export async function stressCohort(
  people: readonly Scenario[],
  { onProgress, ...options }: StressCohortOptions = {},
): Promise<StressCohortResult> {
  requirePeople('stressCohort', people);
  const results: PersonStress[] = [];
  let [scriptSeconds, restSeconds] = [0, 0];
  for (const scenario of people) {
    const done = results.length;
    const result = await stress(scenario, {
      ...options,
      onProgress: (share) => onProgress?.((done + share) / people.length),
    });
    ({ scriptSeconds, restSeconds } = result);
    const { undisturbed, rows, failures, training, notes } = result;
    const heldOutAccuracy = training?.accuracy ?? NaN;
    results.push({ person: scenario.person.number, undisturbed, rows, failures, notes, heldOutAccuracy });
  }
  return {
    undisturbed: metricsOf(results.map(({ undisturbed }) => undisturbed)),
    rows: rowsOf(results),
    people: results,
    failures: results.flatMap(({ person, failures }) => failures.map((failure) => ({ ...failure, person }))),
    notes: [...new Set(results.flatMap(({ notes }) => notes))],
    heldOutAccuracy: peopleMean(results.map(({ heldOutAccuracy }) => heldOutAccuracy)),
    scriptSeconds,
    restSeconds,
  };
}

/** Accuracy that a person lost at a level of a dial; NaN where the classifier failed. */
export function lossOf(
  { undisturbed, rows }: PersonStress,
  { dial, level }: Pick<StressRow, 'dial' | 'level'>,
): number {
  const row = rows.find((one) => one.dial === dial && one.level === level);
  return row ? undisturbed.accuracy - row.accuracy : NaN;
}

/** Every level that at least one person has, in the order of the table. */
function rowsOf(people: readonly PersonStress[]): StressCohortRow[] {
  const most = [...people].sort((a, b) => b.rows.length - a.rows.length)[0];
  const levels = [...(most?.rows ?? []), ...people.flatMap(({ rows }) => rows)].filter(
    (row, n, all) => all.findIndex((other) => other.dial === row.dial && other.level === row.level) === n,
  );
  return levels.map(({ dial, title, unit, level, added }) => ({
    ...{ dial, title, unit, level, added },
    ...metricsOf(
      people.flatMap(({ rows }) => rows.find((row) => row.dial === dial && row.level === level) ?? []),
    ),
    loss: peopleMean(people.map((person) => lossOf(person, { dial, level }))),
  }));
}

function metricsOf(metrics: readonly DisturbanceMetrics[]): StressCohortResult['undisturbed'] {
  const over = (of: (one: DisturbanceMetrics) => number): PeopleMean => peopleMean(metrics.map(of));
  return {
    accuracy: over(({ accuracy }) => accuracy),
    activeErrorRate: over(({ activeErrorRate }) => activeErrorRate),
    movingAtRest: over(({ movingAtRest }) => movingAtRest),
    falseActivationsPerHour: over(({ falseActivations }) => falseActivations.perHour),
    onsetSeconds: over(({ onsetSeconds }) => onsetSeconds),
    recoverySeconds: over(({ recovery }) => recovery.seconds),
  };
}
