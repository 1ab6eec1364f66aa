import { mean } from '../../ground/math/statistics.js';
import type { PersonScores } from './person-scores.js';
import { abilityNames, type AbilityName, type Suite } from './suite.js';

/** What is told of one person beside the accuracy in every session. */
export const livingColumns = [
  'falseActivations',
  'stillSeconds',
  'movingAtRest',
  'onsetSeconds',
  'recoverySeconds',
  'online',
] as const;

/** The numbers of one person by column: the share of right decisions in each session, then {@link livingColumns}. */
export type PersonValues = Readonly<Record<string, number>>;

/** Decimals that a result has; what is committed has no more. */
const DECIMALS = 1e4;

/** Columns of the people of a suite, in the order of what is committed. */
export function columnsOf({ conditions }: Pick<Suite, 'conditions'>): string[] {
  return [...conditions.map(({ name }) => name), 'one-second', ...livingColumns];
}

/** The numbers of one person; NaN where there was nothing to measure. */
export function valuesOf({ sessions, living, online }: PersonScores): PersonValues {
  const recoveries = sessions.flatMap(({ recovery }) =>
    typeof recovery?.seconds !== 'number' ? [] : [recovery.seconds],
  );
  const values: Record<string, number> = {
    ...Object.fromEntries(sessions.map(({ name, accuracy }) => [name, accuracy])),
    falseActivations: living.falseActivations,
    stillSeconds: living.stillSeconds,
    movingAtRest: living.movingAtRest,
    onsetSeconds: living.onsetSeconds ?? NaN,
    recoverySeconds: mean(recoveries),
    online: online && online.trials > 0 ? online.completed / online.trials : NaN,
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Math.round(value * DECIMALS) / DECIMALS]),
  );
}

/** A person's share of right decisions in an ability: the mean of its sessions. */
export function abilityOf(suite: Suite, values: PersonValues, ability: AbilityName): number {
  const names =
    ability === 'one-second'
      ? [ability]
      : suite.conditions.flatMap((one) => (one.ability === ability ? [one.name] : []));
  return mean(names.map((name) => values[name] ?? NaN).filter(Number.isFinite));
}

/** A person's score: the mean of all abilities. */
export function scoreOf(suite: Suite, values: PersonValues): number {
  return mean(abilityNames.map((ability) => abilityOf(suite, values, ability)).filter(Number.isFinite));
}
