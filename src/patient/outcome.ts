import { MyodesisError } from '../ground/signal/errors.js';
import { revived, tellable } from '../ground/signal/tellable.js';

/** What work done in another thread comes back with. Structured clone would strip our errors of their hints. */
export type Outcome<T> = { readonly value: T } | { readonly failure: ReturnType<MyodesisError['toJSON']> };

/**
 * Do work of which the outcome travels to another thread.
 * @param log told of defects, with the stack that stays behind
 */
export async function outcomeOf<T>(
  work: () => T | Promise<T>,
  log: (error: unknown) => void = console.error,
): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof MyodesisError)) log(error);
    return { failure: tellable(error).toJSON() };
  }
}

/**
 * What came of work in another thread.
 * @throws MyodesisError, as it was thrown there
 */
export function valueOf<T>(outcome: Outcome<T>): T {
  if ('value' in outcome) return outcome.value;
  throw revived(outcome.failure);
}
