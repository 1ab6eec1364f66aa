import type { SourceRef } from '../ground/sources/index.js';
import type { Expectation } from './expectation.js';

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
  /** For every expectation, in their order, one value per person (or pool, or trial) that was simulated. */
  readonly found: readonly (readonly number[])[];
  readonly series?: readonly Series[];
}

/** What the rows of the table are about, in its order. */
export const conformanceParts = [
  'motor units and force',
  'signal and volume conductor',
  'people',
  'control',
  'instrument',
] as const;
/** One of them. Rows of the `instrument` follow from definitions, so every one of them must be met. */
export type ConformancePart = (typeof conformanceParts)[number];

/**
 * One line of the conformance table: published facts, and how to look for them in the stream. Conditions, sample and
 * tolerance are part of the row, so that they are written before it is measured; a row that fails stays in the table.
 * Rows measure what a {@link Synthesizer} delivers, signal and truth, never the parameters it was given.
 */
export interface ConformanceRow {
  /** 1 … as in the table. */
  readonly id: number;
  readonly part: ConformancePart;
  readonly fact: string;
  /** Preset or limb, electrodes, strengths, features, what is trained on and tested on. */
  readonly conditions: string;
  /** Who is simulated, and how many. */
  readonly sample: string;
  readonly expectations: readonly Expectation[];
  /** Papers or data behind the fact. */
  readonly source: SourceRef;
  /** What a reader should know before trusting it, such as a parameter that was fitted to the same data. */
  readonly note?: string;
  /** Labels of the plot's axes, where the row has one. */
  readonly axes?: { readonly x: string; readonly y: string };
  /** @param quick shorter recordings and fewer people, for tests */
  measure(quick: boolean): Measurement;
}
