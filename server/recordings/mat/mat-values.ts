import { StreamError } from '../../../src/ground/signal/errors.js';

/** A value of a MATLAB file. Numbers are in MATLAB's column-major order. */
export type MatValue =
  | { readonly kind: 'numeric'; readonly dims: readonly number[]; readonly numbers: StoredNumbers }
  | { readonly kind: 'text'; readonly dims: readonly number[]; readonly text: string }
  | { readonly kind: 'cell'; readonly dims: readonly number[]; readonly cells: readonly MatValue[] }
  | {
      readonly kind: 'struct';
      readonly dims: readonly number[];
      readonly fields: ReadonlyMap<string, readonly MatValue[]>;
    }
  | { readonly kind: 'other'; readonly dims: readonly number[]; readonly holds: string };

type Reader = (bytes: DataView, at: number, little: boolean) => number;

/** How numbers are stored: MATLAB keeps whole numbers in the smallest type that holds them. */
export interface Storage {
  readonly size: number;
  readonly read: Reader;
}

const storage = (size: number, read: Reader): Storage => ({ size, read });

/** Storage of numbers by what they are. */
export const storages = {
  int8: storage(1, (b, i) => b.getInt8(i)),
  uint8: storage(1, (b, i) => b.getUint8(i)),
  int16: storage(2, (b, i, little) => b.getInt16(i, little)),
  uint16: storage(2, (b, i, little) => b.getUint16(i, little)),
  int32: storage(4, (b, i, little) => b.getInt32(i, little)),
  uint32: storage(4, (b, i, little) => b.getUint32(i, little)),
  single: storage(4, (b, i, little) => b.getFloat32(i, little)),
  double: storage(8, (b, i, little) => b.getFloat64(i, little)),
  int64: storage(8, (b, i, little) => Number(b.getBigInt64(i, little))),
  uint64: storage(8, (b, i, little) => Number(b.getBigUint64(i, little))),
} as const;

/** Numbers as they lie in a file: they take up to eight times as much memory once they are read. */
export class StoredNumbers {
  private readonly view: DataView;

  constructor(
    bytes: Uint8Array,
    private readonly storage: Storage,
    private readonly little: boolean,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return Math.floor(this.view.byteLength / this.storage.size);
  }

  /** One of them; NaN where there is none. */
  at(index: number): number {
    const { size, read } = this.storage;
    return index >= 0 && index < this.length ? read(this.view, index * size, this.little) : NaN;
  }

  slice(from = 0, count = this.length - from): Float64Array {
    const { size, read } = this.storage;
    const out = new Float64Array(Math.max(0, Math.min(count, this.length - from)));
    for (let i = 0; i < out.length; i++) out[i] = read(this.view, (from + i) * size, this.little);
    return out;
  }
}

/** Product of the sizes of an array's dimensions. */
export function countOf(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1);
}

/** A MAT-file that is not what it says it is. */
export function damage(path: string, what: string, cause?: unknown): StreamError {
  return new StreamError(`${path}: ${what}`, {
    hint: 'The MAT-file is cut short or damaged; save it again with save(…, "-v7").',
    cause,
  });
}
