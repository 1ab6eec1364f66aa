import { ConfigError, ModelError } from './errors.js';

/**
 * Let a part that does not know its place in a scenario check itself; what it finds wrong becomes an error of the
 * scenario.
 * @param field dotted path of the part
 * @throws ConfigError that names the field
 */
export function naming<T>(field: string, check: () => T): T {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof ConfigError || cause instanceof ModelError)) throw cause;
    const { message, hint } = cause;
    throw new ConfigError(`${field}: ${message}`, { field, hint, cause });
  }
}
