import { peopleMeanJson, type PeopleMean } from './people-mean.js';
import { jsonRow } from './stress-rows.js';
import { lossOf, type StressCohortResult } from './stress-cohort.js';

/** Columns of the CSV of a stress test of people, in order; shares from 0 to 1. */
export const stressCohortColumns = [
  ...['dial', 'level', 'unit', 'people', 'accuracyMean', 'accuracySd', 'accuracyLow', 'accuracyHigh'],
  ...['lossMean', 'lossSd', 'lossLow', 'lossHigh', 'activeErrorRateMean', 'movingAtRestMean'],
  ...['falseActivationsPerHourMean', 'onsetSecondsMean', 'recoverySecondsMean', 'recovered'],
] as const;

/** The table over people as rows of {@link stressCohortColumns}; `recovered` counts people. */
export function stressCohortRows({ undisturbed, rows }: StressCohortResult): unknown[][] {
  const none = { ...undisturbed, dial: 'none', level: '', unit: '', loss: undefined };
  return [none, ...rows].map((row) => [
    row.dial,
    row.level,
    row.unit,
    row.accuracy.n,
    ...spread(row.accuracy),
    ...(row.loss ? spread(row.loss) : ['', '', '', '']),
    row.activeErrorRate.mean,
    row.movingAtRest.mean,
    row.falseActivationsPerHour.mean,
    row.onsetSeconds.mean,
    row.recoverySeconds.mean,
    row.recoverySeconds.n,
  ]);
}

function spread({ mean, sd, low, high }: PeopleMean): number[] {
  return [mean, sd, low, high];
}

/** A stress test of people as JSON: every level over people, and every person with their own rows. */
export function stressCohortJson(result: StressCohortResult) {
  const { undisturbed, rows, people, failures, heldOutAccuracy, scriptSeconds, restSeconds } = result;
  return {
    scriptSeconds,
    restSeconds,
    heldOutAccuracy: peopleMeanJson(heldOutAccuracy),
    undisturbed: means(undisturbed),
    rows: rows.map(({ dial, level, unit, title, added, ...row }) => ({
      ...{ dial, title, level, unit, added },
      ...means(row),
    })),
    people: people.map((person) => ({
      person: person.person,
      heldOutAccuracy: person.heldOutAccuracy,
      undisturbed: jsonRow(person.undisturbed),
      rows: person.rows.map((row) => ({ ...jsonRow(row), loss: lossOf(person, row) })),
    })),
    ...(failures.length > 0 && { failures }),
  };
}

function means(row: StressCohortResult['undisturbed']) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, PeopleMean]) => [name, peopleMeanJson(value)]),
  );
}
