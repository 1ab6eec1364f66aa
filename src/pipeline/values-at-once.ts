import type { Observable } from 'rxjs';
import { StreamError } from '../ground/signal/errors.js';

/**
 * All values of a stream that gives them at once, as recordings do: no promise, and errors are thrown.
 * @throws the error of the stream; StreamError where it has not ended yet
 * @example const decisions = valuesAtOnce(from([signal]).pipe(filtered(decoder), windowed(decoder), decoded(decoder)));
 */
export function valuesAtOnce<T>(stream$: Observable<T>): T[] {
  const values: T[] = [];
  let end: { readonly error?: unknown } | undefined;
  stream$
    .subscribe({
      next: (value) => values.push(value),
      error: (error: unknown) => (end = { error }),
      complete: () => (end = {}),
    })
    .unsubscribe();
  if (!end)
    throw new StreamError(
      'valuesAtOnce: got a stream that has not ended yet, expected one that gives all at once',
      {
        hint: 'Use lastValueFrom(stream.pipe(toArray())) for a stream that takes its time.',
      },
    );
  if ('error' in end) throw end.error;
  return values;
}
