import { ModelError } from '../../ground/signal/errors.js';

/** Feature vectors: a list of rows, or row-major numbers with their dimensions. */
export type Rows =
  | readonly ArrayLike<number>[]
  | { readonly data: Float64Array; readonly rows: number; readonly columns: number };

/** One label per row. */
export type Labels = readonly string[] | readonly number[] | Int32Array;

/** Validated training data on flat arrays. */
export interface TrainingSet {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, rows × columns. */
  readonly x: Float64Array;
  /** Class index of each row. */
  readonly y: Int32Array;
  readonly classes: readonly string[];
  /** Rows of each class. */
  readonly counts: Int32Array;
}

/**
 * Check and flatten feature vectors.
 * @throws ModelError on no rows, rows of unequal length, or values that are not finite
 */
export function matrixOf(kind: string, x: Rows): { data: Float64Array; rows: number; columns: number } {
  const flat = 'data' in x ? x : flatten(kind, x);
  const { data, rows, columns } = flat;
  if (rows < 1 || columns < 1 || data.length !== rows * columns)
    throw new ModelError(
      `${kind}: got ${data.length} numbers for ${rows} rows × ${columns} features, expected at least one of each`,
      { hint: 'Record at least one window per class before training.' },
    );
  for (let i = 0; i < data.length; i++)
    if (!Number.isFinite(data[i]))
      throw new ModelError(
        `${kind}: got ${data[i]} as feature ${i % columns} of row ${Math.floor(i / columns)}, expected a finite number`,
        { hint: 'Leave out that window or that feature: logarithms of a silent channel are not finite.' },
      );
  return flat;
}

/** Check and flatten labelled feature vectors. */
export function trainingSet(kind: string, x: Rows, labels: Labels): TrainingSet {
  const { data, rows, columns } = matrixOf(kind, x);
  if (labels.length !== rows)
    throw new ModelError(`${kind}: got ${labels.length} labels for ${rows} rows, expected one per row`, {
      hint: 'Give one label for each feature vector.',
    });
  const names = Array.from(labels as ArrayLike<string | number>, String);
  const classes = sortedClasses(names);
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  const y = Int32Array.from(names, (name) => indexOf.get(name) ?? 0);
  const counts = new Int32Array(classes.length);
  for (const k of y) counts[k]++;
  return { rows, columns, x: data, y, classes, counts };
}

/** Distinct class names: ascending where all are numbers, otherwise alphabetical (as scikit-learn). */
export function sortedClasses(names: Iterable<string>): string[] {
  const distinct = [...new Set(names)];
  const numeric = distinct.every((name) => name.trim() !== '' && Number.isFinite(Number(name)));
  return distinct.sort(numeric ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** @throws ModelError when a feature vector does not fit a model of `features` inputs */
export function checkedRow(kind: string, x: ArrayLike<number>, features: number): void {
  if (features === 0)
    throw new ModelError(`${kind}: not trained yet`, {
      hint: 'Call fit with labelled feature vectors first.',
    });
  if (x.length !== features)
    throw new ModelError(`${kind}: got ${x.length} features, expected ${features}`, {
      hint: 'Use the channels and the feature set that the model was trained with.',
    });
  for (let i = 0; i < features; i++)
    // Written so that NaN fails as well, without a call.
    if (!(x[i] - x[i] === 0))
      throw new ModelError(`${kind}: got ${x[i]} as feature ${i}, expected a finite number`, {
        hint: 'Replace values that are not finite before classifying.',
      });
}

function flatten(
  kind: string,
  x: readonly ArrayLike<number>[],
): { data: Float64Array; rows: number; columns: number } {
  const columns = x[0]?.length ?? 0;
  const data = new Float64Array(x.length * columns);
  x.forEach((row, i) => {
    if (row.length !== columns)
      throw new ModelError(
        `${kind}: got ${row.length} features in row ${i}, expected ${columns} as in row 0`,
        {
          hint: 'Give every window the same features.',
        },
      );
    data.set(row, i * columns);
  });
  return { data, rows: x.length, columns };
}
