import type { ArrivedMark, Arrival } from '../arrival.js';

/** One row before it is put with others: numbers of the channels, and what else came with it. */
export interface Row {
  readonly values: ArrayLike<number>;
  readonly stamp?: number | undefined;
  readonly counter?: number | undefined;
  readonly mark?: string | undefined;
}

/** What rows of one arrival have in common. */
export type Layout = Pick<Arrival, 'names' | 'scales' | 'sampleRateHz' | 'stampUnitS'>;

/** Rows as one arrival. */
export function arrivalOf(rows: readonly Row[], layout: Layout, atMs: number): Arrival {
  const { length: channels } = layout.names;
  const values = new Float64Array(rows.length * channels);
  const marks: ArrivedMark[] = [];
  rows.forEach((row, n) => {
    values.set(row.values, n * channels);
    if (row.mark !== undefined) marks.push({ row: n, text: row.mark });
  });
  const column = (pick: (row: Row) => number | undefined): Float64Array | undefined =>
    rows.some((row) => pick(row) !== undefined)
      ? Float64Array.from(rows, (row) => pick(row) ?? NaN)
      : undefined;
  const stamps = column(({ stamp }) => stamp);
  const counters = column(({ counter }) => counter);
  return {
    ...layout,
    atMs,
    rows: rows.length,
    values,
    ...(stamps && { stamps }),
    ...(counters && { counters }),
    ...(marks.length > 0 && { marks }),
  };
}

/** A text that becomes a mark: short, one line. */
export function markText(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
