/**
 * Places of values, 1 for the best; equals share the mean of their places, and what has no value shares the last ones.
 * @returns NaN for all where none has a value
 */
export function placesOf(values: readonly number[], better: 'higher' | 'lower'): number[] {
  if (!values.some(Number.isFinite)) return values.map(() => NaN);
  const sign = better === 'higher' ? -1 : 1;
  const keys = values.map((value) => (Number.isFinite(value) ? sign * value : Infinity));
  return keys.map((key) => {
    const before = keys.filter((other) => other < key).length;
    const equal = keys.filter((other) => other === key).length;
    return before + (equal + 1) / 2;
  });
}
