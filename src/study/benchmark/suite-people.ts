import { fnv1a } from '../../ground/signal/random.js';
import { presetByName } from '../../scenario/presets/index.js';
import type { Scenario } from '../../scenario/scenario.js';

/** One person of a suite. */
export interface SuitePerson {
  /** Preset of the population. */
  readonly body: string;
  readonly number: number;
  readonly seed: number;
}

/** How many people of one body there are, and how many of them are held for the test. */
export interface SuiteBody {
  readonly body: string;
  readonly people: number;
  readonly test: number;
}

/** The people of a suite, drawn by its name: another version has other people. */
export function suitePeople(
  suite: string,
  bodies: readonly SuiteBody[],
): Record<'test' | 'development', SuitePerson[]> {
  const all = bodies.flatMap(({ body, people, test }) =>
    Array.from({ length: people }, (_, n) => ({
      held: n < test,
      person: {
        body,
        number: 1 + (fnv1a(`${suite}/${body}/person/${n}`) % 1_000_000),
        seed: fnv1a(`${suite}/${body}/seed/${n}`) % 1_000_000,
      },
    })),
  );
  const of = (held: boolean): SuitePerson[] => all.flatMap((one) => (one.held === held ? [one.person] : []));
  return { test: of(true), development: of(false) };
}

/** Changes by which a person differs from the preset. */
export function personPatch({ number, seed }: SuitePerson) {
  return { seed, person: { number } };
}

/** The scenario of a person as they are calibrated. */
export function scenarioOfPerson(person: SuitePerson): Scenario {
  return presetByName(person.body, personPatch(person));
}
