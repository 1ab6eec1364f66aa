import { inflateSync } from 'node:zlib';
import { StreamError } from '../../../src/ground/signal/errors.js';

/** A value of a MATLAB 5 file. Numbers are in MATLAB's column-major order. */
export type MatValue =
  | { readonly kind: 'numeric'; readonly dims: readonly number[]; readonly data: Float64Array }
  | { readonly kind: 'text'; readonly dims: readonly number[]; readonly text: string }
  | { readonly kind: 'cell'; readonly dims: readonly number[]; readonly cells: readonly MatValue[] }
  | {
      readonly kind: 'struct';
      readonly dims: readonly number[];
      readonly fields: ReadonlyMap<string, readonly MatValue[]>;
    }
  | { readonly kind: 'other'; readonly dims: readonly number[]; readonly className: string };

const mi = {
  int8: 1,
  uint8: 2,
  int16: 3,
  uint16: 4,
  int32: 5,
  uint32: 6,
  single: 7,
  double: 9,
  int64: 12,
  uint64: 13,
  matrix: 14,
  compressed: 15,
  utf8: 16,
  utf16: 17,
  utf32: 18,
} as const;
const mx = {
  cell: 1,
  struct: 2,
  object: 3,
  char: 4,
  sparse: 5,
  double: 6,
  uint64: 15,
  function: 16,
  opaque: 17,
} as const;
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 2,
  5: 4,
  6: 4,
  7: 4,
  9: 8,
  12: 8,
  13: 8,
  16: 1,
  17: 2,
  18: 4,
};

/** Largest variable taken apart in memory. */
const maxVariableBytes = 2 ** 31 - 1;
const maxDepth = 32;

interface Element {
  readonly type: number;
  readonly bytes: Buffer;
  /** Where the next element starts. */
  readonly next: number;
}

/**
 * Parse a MATLAB level 5 MAT-file (`save -v6` and `-v7`): numbers, text, cells and structs, compressed or
 * not, either byte order ("MAT-File Format", The MathWorks). Complex numbers keep their real part; sparse
 * matrices, objects and functions are named but not read.
 *
 * @throws StreamError for other files, HDF5-based `-v7.3` ones, and damage
 */
export function parseMat(file: Buffer, path: string): Map<string, MatValue> {
  const text = file.toString('latin1', 0, 116);
  if (/MATLAB 7\.3/.test(text) || file.toString('latin1', 1, 4) === 'HDF')
    throw new StreamError(`${path}: is a MATLAB 7.3 file (HDF5), expected MATLAB 5`, {
      hint: 'Save it in MATLAB with save(…, "-v7"), or read it as HDF5 by naming it .h5.',
    });
  const mark = file.toString('latin1', 126, 128);
  if (file.length < 128 || (mark !== 'IM' && mark !== 'MI'))
    throw new StreamError(`${path}: is not a MATLAB 5 file`, {
      hint: 'Save it in MATLAB with save(…, "-v7").',
    });
  const parser = new MatParser(path, mark === 'IM');
  const variables = new Map<string, MatValue>();
  for (let at = 128; at + 8 <= file.length;) {
    const element = parser.element(file, at);
    at = element.next;
    const inner = element.type === mi.compressed ? parser.element(parser.inflate(element.bytes), 0) : element;
    if (inner.type !== mi.matrix) continue;
    const { name, value } = parser.matrix(inner.bytes, 0);
    if (name !== '') variables.set(name, value);
  }
  return variables;
}

class MatParser {
  constructor(
    private readonly path: string,
    private readonly little: boolean,
  ) {}

  /** An element and where the next begins; elements of up to 4 bytes are packed into their tag. */
  element(bytes: Buffer, at: number): Element {
    if (at + 8 > bytes.length) throw this.damage(`an element at byte ${at} has no tag`);
    const word = this.uint32(bytes, at);
    const small = word >>> 16;
    if (small > 0) {
      if (small > 4)
        throw this.damage(`an element at byte ${at} says it packs ${small} bytes, at most 4 fit`);
      return { type: word & 0xffff, bytes: bytes.subarray(at + 4, at + 4 + small), next: at + 8 };
    }
    const length = this.uint32(bytes, at + 4);
    const from = at + 8;
    if (from + length > bytes.length)
      throw this.damage(`an element at byte ${at} says ${length} bytes, ${bytes.length - from} are left`);
    const padding = word === mi.compressed ? 0 : (8 - (length % 8)) % 8;
    return { type: word, bytes: bytes.subarray(from, from + length), next: from + length + padding };
  }

  inflate(bytes: Buffer): Buffer {
    try {
      return inflateSync(bytes, { maxOutputLength: maxVariableBytes });
    } catch (cause) {
      throw this.damage(
        `a compressed variable cannot be unpacked (${cause instanceof Error ? cause.message : ''})`,
      );
    }
  }

  matrix(bytes: Buffer, depth: number): { name: string; value: MatValue } {
    // An empty matrix inside a cell or struct may have no content at all.
    if (bytes.length === 0)
      return { name: '', value: { kind: 'numeric', dims: [0, 0], data: new Float64Array(0) } };
    if (depth > maxDepth) throw this.damage(`cells and structs are nested more than ${maxDepth} deep`);
    const flags = this.element(bytes, 0);
    const matrixClass = this.uint32(flags.bytes, 0) & 0xff;
    if (matrixClass === mx.opaque)
      return { name: '', value: { kind: 'other', dims: [], className: 'opaque' } };
    const shape = this.element(bytes, flags.next);
    const dims = [...this.numbers(shape)];
    const label = this.element(bytes, shape.next);
    const name = label.bytes.toString('latin1');
    return { name, value: this.content(bytes, label.next, matrixClass, dims, depth) };
  }

  private content(bytes: Buffer, at: number, matrixClass: number, dims: number[], depth: number): MatValue {
    const count = dims.reduce((product, size) => product * size, 1);
    if (matrixClass === mx.cell)
      return { kind: 'cell', dims, cells: this.values(bytes, at, count, depth).values };
    if (matrixClass === mx.struct) return this.struct(bytes, at, dims, count, depth);
    if (matrixClass === mx.char) {
      const text = this.element(bytes, at);
      const points = this.numbers(text);
      return {
        kind: 'text',
        dims,
        text: text.type === mi.utf8 ? text.bytes.toString('utf8') : String.fromCharCode(...points),
      };
    }
    if (matrixClass < mx.double || matrixClass > mx.uint64)
      return {
        kind: 'other',
        dims,
        className: matrixClass === mx.sparse ? 'sparse' : `class ${matrixClass}`,
      };
    const data =
      count === 0 && at + 8 > bytes.length ? new Float64Array(0) : this.numbers(this.element(bytes, at));
    if (data.length !== count)
      throw this.damage(`a matrix of ${dims.join(' × ')} holds ${data.length} numbers, expected ${count}`);
    return { kind: 'numeric', dims, data };
  }

  private struct(bytes: Buffer, at: number, dims: number[], count: number, depth: number): MatValue {
    const widthElement = this.element(bytes, at);
    const width = this.numbers(widthElement)[0] ?? 0;
    const names = this.element(bytes, widthElement.next);
    const total = width > 0 ? Math.floor(names.bytes.length / width) : 0;
    const fieldNames = Array.from({ length: total }, (_, f) =>
      names.bytes.toString('latin1', f * width, (f + 1) * width).replace(/\0.*$/s, ''),
    );
    const { values } = this.values(bytes, names.next, count * total, depth);
    const fields = new Map<string, MatValue[]>(fieldNames.map((name) => [name, []]));
    for (const [i, value] of values.entries()) fields.get(fieldNames[i % total] ?? '')?.push(value);
    return { kind: 'struct', dims, fields };
  }

  private values(bytes: Buffer, from: number, count: number, depth: number): { values: MatValue[] } {
    const values: MatValue[] = [];
    let at = from;
    for (let i = 0; i < count; i++) {
      const element = this.element(bytes, at);
      if (element.type !== mi.matrix)
        throw this.damage(`a cell at byte ${at} is of type ${element.type}, expected a matrix`);
      values.push(this.matrix(element.bytes, depth + 1).value);
      at = element.next;
    }
    return { values };
  }

  private numbers({ type, bytes }: Element): Float64Array {
    const size = sizes[type];
    if (size === undefined) throw this.damage(`numbers of the unknown type ${type}`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const out = new Float64Array(Math.floor(bytes.length / size));
    for (let i = 0, at = 0; i < out.length; i++, at += size) out[i] = numberAt(view, at, type, this.little);
    return out;
  }

  private uint32(bytes: Buffer, at: number): number {
    if (at + 4 > bytes.length) throw this.damage(`the file ends within an element at byte ${at}`);
    return this.little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }

  private damage(what: string): StreamError {
    return new StreamError(`${this.path}: ${what}`, {
      hint: 'The MAT-file is cut short or damaged; save it again with save(…, "-v7").',
    });
  }
}

function numberAt(view: DataView, at: number, type: number, little: boolean): number {
  switch (type) {
    case mi.int8:
      return view.getInt8(at);
    case mi.uint8:
    case mi.utf8:
      return view.getUint8(at);
    case mi.int16:
      return view.getInt16(at, little);
    case mi.uint16:
    case mi.utf16:
      return view.getUint16(at, little);
    case mi.int32:
      return view.getInt32(at, little);
    case mi.uint32:
    case mi.utf32:
      return view.getUint32(at, little);
    case mi.single:
      return view.getFloat32(at, little);
    case mi.double:
      return view.getFloat64(at, little);
    case mi.int64:
      return Number(view.getBigInt64(at, little));
    default:
      return Number(view.getBigUint64(at, little));
  }
}
