import { defer, map, type OperatorFunction } from 'rxjs';

/**
 * An operator with state: `create` makes it from the first value of each subscription, `step` runs every value
 * through it. All the glue that the numeric classes need.
 */
export function stateful<T, S, R>(
  create: (first: T) => S,
  step: (state: S, value: T) => R,
): OperatorFunction<T, R> {
  return (source) =>
    defer(() => {
      let state: S | undefined;
      return source.pipe(map((value) => step((state ??= create(value)), value)));
    });
}
