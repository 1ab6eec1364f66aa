import { ConfigError } from '../ground/signal/errors.js';
import { closest } from '../ground/signal/parse-fields.js';
import type { Dial } from './dial.js';
import { dials } from './dials.js';

/** The names of all dials, for help texts. */
export const dialNames: readonly string[] = dials.map(({ name }) => name);

/**
 * A dial by its name.
 * @param field who asks
 * @throws ConfigError where there is none of that name, with the nearest one
 */
export function dialNamed(name: string, field = 'dials'): Dial {
  const dial = dials.find((candidate) => candidate.name === name);
  if (dial) return dial;
  const guess = closest(name, dialNames);
  throw new ConfigError(`unknown dial ${name}`, {
    field,
    hint: guess ? `Did you mean ${guess}?` : `Dials: ${dialNames.join(', ')}.`,
  });
}
