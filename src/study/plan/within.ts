import { ConfigError } from '../../ground/signal/errors.js';

/**
 * What a part of a study file comes to, with its place in the error where it is wrong.
 * @throws ConfigError that names the place
 */
export function within<T>(place: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const field = [place, error.field].filter(Boolean).join('.');
    throw new ConfigError(`${place}: ${error.message}`, { hint: error.hint, field, cause: error });
  }
}
