import { distinctUntilChanged, isObservable, map, of, shareReplay, type Observable } from 'rxjs';

/** A setting: fixed, or one that may change while the stream runs. */
export type Live<T> = T | Observable<T>;

/**
 * The settings of an operator as they come, read by `read`, which says what cannot be used; what changes nothing is
 * left out.
 * @throws what `read` throws, at once where the setting is fixed
 */
export function settingsOf<T, S>(
  setting: Live<T>,
  read: (given: T) => S,
  same: (a: S, b: S) => boolean = Object.is,
): Observable<S> {
  if (!isObservable(setting)) return of(read(setting));
  // An operator of several steps listens to its settings more than once; whoever makes them is asked once.
  return setting.pipe(map(read), distinctUntilChanged(same), shareReplay({ bufferSize: 1, refCount: true }));
}

/** Whether two settings say the same: what compares by JSON may stay. */
export function alike(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
