import { ConfigError } from '../ground/signal/errors.js';
import type { Scenario } from './scenario.js';

/** People who are drawn together. */
export interface CohortSpec {
  /** How many people, 1 to 1000. */
  readonly size: number;
  /** Another number draws other people: cohort 0 are persons 1 to 1000, cohort 1 persons 1001 to 2000. Default 0. */
  readonly seed?: number;
}

/** Persons of one cohort at most; the numbers of another begin after them. */
export const LARGEST_COHORT = 1000;
const LAST_COHORT = 4_294_966;

/**
 * Scenarios of people of one population. Traits that the scenario pins are the same in all of them.
 * @throws ConfigError for a size or seed out of range
 * @example cohort(presetByName('transradial-armband'), { size: 20 }).map(personCard)
 */
export function cohort(scenario: Scenario, { size, seed = 0 }: CohortSpec): Scenario[] {
  requireWithin('cohort size', size, 1, LARGEST_COHORT, 'Twenty people show how far people differ.');
  requireWithin('cohort seed', seed, 0, LAST_COHORT, 'Write 0 for persons 1, 2, 3 …');
  return Array.from({ length: size }, (_, i) => ({
    ...scenario,
    person: { ...scenario.person, number: seed * LARGEST_COHORT + i + 1 },
  }));
}

function requireWithin(what: string, got: number, min: number, max: number, hint: string): void {
  if (Number.isInteger(got) && got >= min && got <= max) return;
  throw new ConfigError(`${what}: got ${got}, expected an integer within [${min}, ${max}]`, { hint });
}
