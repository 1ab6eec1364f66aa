/** What an array holds: numbers or texts, or something that is no signal and no label. */
export type ArrayContent = 'numbers' | 'texts' | 'other';

/** An array of a file that holds several by name: a NumPy archive, a MAT-file, HDF5. */
export interface NamedArray {
  /** As one would write it for `--variable`: `emg`, `data/emg`, `rec.emg`, `emg{2}`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly content: ArrayContent;
  /** What it holds in words, for lists and errors: `float32`, `Python objects`, `complex numbers`. */
  readonly holds: string;
  /** True where the first dimension varies fastest (MATLAB, Fortran), false where the last does (C). */
  readonly columnMajor: boolean;
  /** What is written beside it, where the format has that (HDF5): numbers, or texts. */
  readonly attributes?: Attributes;
  /** All of its numbers in storage order. @throws StreamError where they are more than may be held in memory */
  numbers(): Promise<ArrayLike<number>>;
  /** All of its texts. */
  texts(): Promise<string[]>;
  /** Begin to read it piece by piece. */
  open(): Promise<Slabs>;
}

export type Attributes = ReadonlyMap<string, readonly (number | string)[]>;

/** Pieces of an array of one or two dimensions, along either of them. */
export interface Slabs {
  /**
   * Numbers in storage order, of `count` places from `from` on.
   * @param along `slow`: places of the dimension that varies slowest, whole rows of storage; `fast`: of the one that
   * varies fastest, a piece of every row of storage
   */
  read(along: 'slow' | 'fast', from: number, count: number): Promise<ArrayLike<number>>;
  close(): Promise<void>;
}

/** A file of named arrays. */
export interface ArrayFile {
  readonly path: string;
  readonly arrays: readonly NamedArray[];
  /** What is written beside the whole file. */
  readonly attributes?: Attributes;
  /** What happened while it was opened. */
  readonly notes?: readonly string[];
}

/** How many numbers or texts an array has. */
export function sizeOf({ shape }: Pick<NamedArray, 'shape'>): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Whether an array has one value for each of so many samples. */
export function isRow({ shape }: Pick<NamedArray, 'shape'>, samples: number): boolean {
  return sizeOf({ shape }) === samples && (shape.length === 1 || Math.min(...shape) === 1);
}

/** `emg (40 × 2), meta (Python objects)`, for errors and notes. */
export function listed(arrays: readonly Pick<NamedArray, 'name' | 'shape' | 'content' | 'holds'>[]): string {
  const shown = arrays.slice(0, 20).map(({ name, shape, content, holds }) => {
    const size = shape.join(' × ');
    const what = content === 'numbers' ? size : [size, holds].filter(Boolean).join(' ');
    return what === '' ? name : `${name} (${what})`;
  });
  if (arrays.length > shown.length) shown.push(`and ${arrays.length - shown.length} more`);
  return shown.join(', ') || 'nothing';
}

/** Last part of a name: `emg` of `data/emg`, `rec.emg` and `rec.emg{2}`. */
export function shortName(name: string): string {
  return name.slice(groupOf(name).length).replace(/[({]\d+[)}]$/, '');
}

/** What stands before the last part of a name: the group or the struct; empty at the top of the file. */
export function groupOf(name: string): string {
  return name.slice(0, 1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('.')));
}

/** What notes call an array; one that is alone in its file has no name. */
export function called({ name }: NamedArray): string {
  return name === '' ? 'The array' : `The array "${name}"`;
}
