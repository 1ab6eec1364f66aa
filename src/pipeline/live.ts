import { distinctUntilChanged, isObservable, map, of, type Observable } from 'rxjs';

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
  return isObservable(setting) ? setting.pipe(map(read), distinctUntilChanged(same)) : of(read(setting));
}

/** Whether two settings say the same: what compares by JSON may stay. */
export function alike(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
