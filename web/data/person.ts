import { LAST_SEED } from '../../src/ground/signal/random.js';
import type { PersonCard } from '../../src/body/person/person-card.js';
import { valueAt } from './scenario-path.js';

/** Highest number that a person can have. */
export const LAST_PERSON = LAST_SEED;

/** Number of the person whom a scenario names; undefined where there is no scenario, as in a recording. */
export function personNumber(scenario: unknown): number | undefined {
  const number = valueAt(scenario, ['person', 'number']);
  return typeof number === 'number' ? number : undefined;
}

/** Number that was typed, kept within what is possible; undefined where it is none. */
export function typedPerson(text: string): number | undefined {
  const number = Math.round(Number(text));
  return text.trim() === '' || !Number.isFinite(number)
    ? undefined
    : Math.min(LAST_PERSON, Math.max(0, number));
}

/**
 * The card of the person whom a scenario names; undefined where it names none. What makes it comes when it is first
 * asked for, so that the page stands before.
 * @throws ConfigError where the scenario is none that this page can read
 */
export async function cardOf(scenario: unknown): Promise<PersonCard | undefined> {
  if (personNumber(scenario) === undefined) return undefined;
  const [{ personCard }, { parseScenario }] = await Promise.all([
    import('../../src/body/person/person-card.js'),
    import('../../src/scenario/scenario.js'),
  ]);
  return personCard(parseScenario(scenario));
}
