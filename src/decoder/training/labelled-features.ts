/** Feature vectors of the training windows, on flat arrays. */
export interface LabelledFeatures {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, standardised. */
  readonly x: Float64Array;
  readonly labels: readonly string[];
  readonly repetitions: readonly number[];
}

/** Rows of a feature table by their numbers. */
export function pickRows(table: LabelledFeatures, rows: readonly number[]): LabelledFeatures {
  const { columns } = table;
  const x = new Float64Array(rows.length * columns);
  rows.forEach((r, n) => x.set(table.x.subarray(r * columns, (r + 1) * columns), n * columns));
  return {
    rows: rows.length,
    columns,
    x,
    labels: rows.map((r) => table.labels[r]),
    repetitions: rows.map((r) => table.repetitions[r]),
  };
}

/** The feature vectors as a list of views, the form that classifiers of one's own are given too. */
export function rowsOfTable({ x, rows, columns }: LabelledFeatures): Float64Array[] {
  return rowsOf(x, rows, columns);
}

/** Views of the rows of row-major numbers. */
export function rowsOf(x: Float64Array, rows: number, columns: number): Float64Array[] {
  return Array.from({ length: rows }, (_, r) => x.subarray(r * columns, (r + 1) * columns));
}

/** The matrix that classifiers take. */
export function matrixOfTable({ x, rows, columns }: LabelledFeatures): {
  data: Float64Array;
  rows: number;
  columns: number;
} {
  return { data: x, rows, columns };
}
