import { ConfigError } from '../ground/signal/errors.js';

/** @throws ConfigError where an operator got nothing it can work by */
export function unusable(operator: string, got: unknown, expected: string, example: string): ConfigError {
  const shown = got === null || typeof got !== 'object' ? String(got) : `{ ${Object.keys(got).join(', ')} }`;
  return new ConfigError(`${operator}: got ${shown}, expected ${expected}`, {
    hint: `For example ${example}.`,
  });
}
