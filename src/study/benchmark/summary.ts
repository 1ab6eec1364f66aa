import { poissonInterval } from '../../ground/math/poisson.js';
import { peopleMean, type PeopleMean } from '../people-mean.js';
import { holm, pairedPermutation, type PermutationTest } from './paired-permutation.js';
import { abilityOf, scoreOf, valuesOf, type PersonValues } from './person-values.js';
import type { DecoderRun } from './benchmark.js';
import type { SuitePerson } from './suite-people.js';
import type { AbilityName, Suite } from './suite.js';

/** One decoder in some people, each with the key by which pairs are found. */
export interface DecoderValues {
  readonly name: string;
  readonly people: readonly { readonly key: string; readonly values: PersonValues }[];
}

/** A rate of events over all people, with its 95 % interval where they come by chance and one by one (Poisson). */
export interface Rate {
  readonly count: number;
  readonly hours: number;
  readonly perHour: number;
  readonly low: number;
  readonly high: number;
}

/** What one decoder reaches over people. */
export interface DecoderSummary {
  readonly name: string;
  readonly people: number;
  /** Mean of all abilities. */
  readonly score: PeopleMean;
  readonly abilities: Readonly<Record<AbilityName, PeopleMean>>;
  /** Share of right decisions in each session, by name. */
  readonly conditions: Readonly<Record<string, PeopleMean>>;
  /** Movements out of rest while rest was intended, per hour of standing still. */
  readonly falseActivations: Rate;
  readonly movingAtRest: PeopleMean;
  readonly onsetSeconds: PeopleMean;
  /** Over people who had something to recover from. */
  readonly recoverySeconds: PeopleMean;
  /** Share of targets reached and held by the simulated user. */
  readonly online: PeopleMean;
}

/** One decoder against a baseline in the same people. */
export interface Comparison {
  readonly baseline: string;
  /** Score of the decoder less that of the baseline. */
  readonly difference: PeopleMean;
  readonly test: PermutationTest;
  /** p of the score, raised for as many baselines (Holm). */
  readonly adjustedP: number;
  readonly abilities: Readonly<
    Record<AbilityName, { readonly difference: PeopleMean; readonly test: PermutationTest }>
  >;
}

const CONFIDENCE = 0.95;

/** What tells people of a suite apart. */
export function personKey({ body, number }: SuitePerson): string {
  return `${body} ${number}`;
}

/** The numbers of a run. */
export function valuesOfRun({ name, people }: DecoderRun): DecoderValues {
  return {
    name,
    people: people.map((scores) => ({ key: personKey(scores.person), values: valuesOf(scores) })),
  };
}

/** Means over people. */
export function summaryOf(suite: Suite, { name, people }: DecoderValues): DecoderSummary {
  const over = (of: (values: PersonValues) => number): PeopleMean =>
    peopleMean(people.map(({ values }) => of(values)));
  const column = (key: string): PeopleMean => over((values) => values[key] ?? NaN);
  return {
    ...{ name, people: people.length },
    score: over((values) => scoreOf(suite, values)),
    abilities: byAbility((ability) => over((values) => abilityOf(suite, values, ability))),
    conditions: Object.fromEntries(suite.conditions.map((one) => [one.name, column(one.name)])),
    falseActivations: rateOf(people.map(({ values }) => values)),
    movingAtRest: column('movingAtRest'),
    onsetSeconds: column('onsetSeconds'),
    recoverySeconds: column('recoverySeconds'),
    online: column('online'),
  };
}

/** A decoder against each baseline, over the people that both have. */
export function comparisons(
  suite: Suite,
  decoder: DecoderValues,
  baselines: readonly DecoderValues[],
): Comparison[] {
  const found = baselines.map((baseline) => {
    const pairs = decoder.people.flatMap(({ key, values }) => {
      const other = baseline.people.find((one) => one.key === key);
      return other ? [[values, other.values] as const] : [];
    });
    const paired = (of: (values: PersonValues) => number) => {
      const differences = pairs.map(([own, other]) => of(own) - of(other));
      return { difference: peopleMean(differences), test: pairedPermutation(differences) };
    };
    return {
      baseline: baseline.name,
      ...paired((values) => scoreOf(suite, values)),
      abilities: byAbility((ability) => paired((values) => abilityOf(suite, values, ability))),
    };
  });
  const adjusted = holm(found.map(({ test }) => test.p));
  return found.map((one, n) => ({ ...one, adjustedP: adjusted[n] }));
}

function byAbility<T>(of: (ability: AbilityName) => T): Record<AbilityName, T> {
  return {
    plain: of('plain'),
    day: of('day'),
    donning: of('donning'),
    position: of('position'),
    effort: of('effort'),
    disturbance: of('disturbance'),
    fatigue: of('fatigue'),
    'one-second': of('one-second'),
  };
}

function rateOf(people: readonly PersonValues[]): Rate {
  const sum = (key: string): number => people.reduce((total, values) => total + (values[key] ?? 0), 0);
  const count = sum('falseActivations');
  const hours = sum('stillSeconds') / 3600;
  if (hours === 0) return { count, hours, perHour: NaN, low: NaN, high: NaN };
  const { low, high } = poissonInterval(count, CONFIDENCE);
  return { count, hours, perHour: count / hours, low: low / hours, high: high / hours };
}
