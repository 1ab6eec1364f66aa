import type { Series } from './conformance-row.js';

/** Whole numbers 1 … count, as seeds of different people. */
export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

/** A curve of a plot. */
export function curve(name: string, x: ArrayLike<number>, y: ArrayLike<number>): Series {
  return { name, x: Array.from(x), y: Array.from(y) };
}

/** One point for each person, by their number. */
export function perPerson(name: string, values: readonly number[]): Series {
  return { ...curve(name, seeds(values.length), values), scattered: true };
}
