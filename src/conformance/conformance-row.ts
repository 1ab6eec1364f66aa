import type { SourceRef } from '../ground/sources/index.js';

/** One curve of a row's plot. */
export interface Series {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Points that follow no order, such as people: not joined by a line. */
  readonly scattered?: boolean;
}

/** What a row found in the streamed signal. */
export interface Measurement {
  /** The numbers as a person reads them, in the order of the fact. */
  readonly simulated: string;
  /** The same numbers for machines. */
  readonly values: Readonly<Record<string, number | readonly number[]>>;
  readonly pass: boolean;
  readonly series?: readonly Series[];
}

/**
 * One line of the conformance table: a published fact, and how to look for it in the stream. Rows measure what a
 * {@link Synthesizer} delivers, signal and truth, never the parameters it was given.
 */
export interface ConformanceRow {
  /** 1 … 18, as in the table. */
  readonly id: number;
  readonly fact: string;
  readonly expected: string;
  /** What counts as met. */
  readonly tolerance: string;
  /** Papers, standards or public data behind the fact. */
  readonly source: SourceRef;
  /** Conditions of the measurement, and anything a reader should know before trusting it. */
  readonly note: string;
  /** Labels of the plot's axes, where the row has one. */
  readonly axes?: { readonly x: string; readonly y: string };
  /** @param quick shorter recordings and fewer repetitions, for tests */
  measure(quick: boolean): Measurement;
}

/** Whether a number lies within closed limits; never for NaN. */
export function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
