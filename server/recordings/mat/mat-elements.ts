import { checkCount, limits } from '../limits.js';
import { countOf, damage, StoredNumbers, storages, type MatValue, type Storage } from './mat-values.js';

/** Types of the elements that this reader tells apart ("MAT-File Format", The MathWorks). */
export const mi = { matrix: 14, compressed: 15, utf8: 16 } as const;
/** Classes of matrices. */
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
};

const storageOf: Readonly<Record<number, Storage>> = {
  1: storages.int8,
  2: storages.uint8,
  3: storages.int16,
  4: storages.uint16,
  5: storages.int32,
  6: storages.uint32,
  7: storages.single,
  9: storages.double,
  12: storages.int64,
  13: storages.uint64,
  16: storages.uint8,
  17: storages.uint16,
  18: storages.uint32,
};
const complexFlag = 0x0800;

interface Element {
  readonly type: number;
  readonly bytes: Buffer;
  /** Where the next element starts. */
  readonly next: number;
}

/** What stands before the content of a matrix. */
export interface MatrixHead {
  readonly name: string;
  readonly dims: readonly number[];
  readonly matrixClass: number;
  /** What it holds where that is not read: complex numbers, objects. */
  readonly unread: string | undefined;
  /** Where the content begins. */
  readonly content: number;
}

/** Whether a matrix is one of numbers, which can be left where they lie until they are wanted. */
export function isNumeric({ matrixClass, unread }: MatrixHead): boolean {
  return unread === undefined && matrixClass >= mx.double && matrixClass <= mx.uint64;
}

/** Takes the elements of a MATLAB 5 file apart: numbers, texts, cells and structs, in either byte order. */
export class MatElements {
  private cells = 0;

  constructor(
    private readonly path: string,
    readonly little: boolean,
  ) {}

  /** An element and where the next begins; elements of up to 4 bytes are packed into their tag. */
  element(bytes: Buffer, at: number): Element {
    const { type, from, length, next } = this.tag(bytes, at);
    if (from + length > bytes.length)
      throw damage(
        this.path,
        `an element at byte ${at} says ${length} bytes, ${bytes.length - from} are left`,
      );
    return { type, bytes: bytes.subarray(from, from + length), next };
  }

  /** Type and length of an element, whose content may not be there yet. */
  tag(bytes: Buffer, at: number): { type: number; from: number; length: number; next: number } {
    if (at + 8 > bytes.length) throw damage(this.path, `an element at byte ${at} has no tag`);
    const word = this.uint32(bytes, at);
    const small = word >>> 16;
    if (small > 4)
      throw damage(this.path, `an element at byte ${at} says it packs ${small} bytes, at most 4 fit`);
    if (small > 0) return { type: word & 0xffff, from: at + 4, length: small, next: at + 8 };
    const length = this.uint32(bytes, at + 4);
    const padding = word === mi.compressed ? 0 : (8 - (length % 8)) % 8;
    return { type: word, from: at + 8, length, next: at + 8 + length + padding };
  }

  /** What stands before the content of a matrix; `bytes` may end anywhere in the content. */
  head(bytes: Buffer): MatrixHead {
    const flags = this.element(bytes, 0);
    const word = this.uint32(flags.bytes, 0);
    const matrixClass = word & 0xff;
    if (matrixClass === mx.opaque) {
      // Objects of newer classes: a name, then the system and the class, and no dimensions.
      const name = this.element(bytes, flags.next);
      return { name: textOf(name), dims: [], matrixClass, unread: 'object', content: bytes.length };
    }
    const shape = this.element(bytes, flags.next);
    const dims = [...this.numbers(shape).slice(0, limits.nesting)];
    if (!dims.every((size) => Number.isInteger(size) && size >= 0) || !Number.isSafeInteger(countOf(dims)))
      throw damage(this.path, `a matrix says the size ${dims.join(' × ')}`);
    const label = this.element(bytes, shape.next);
    return {
      name: textOf(label),
      dims,
      matrixClass,
      unread: unreadOf(matrixClass, (word & complexFlag) !== 0),
      content: label.next,
    };
  }

  /** The value of a matrix that is there as a whole. */
  value(bytes: Buffer, depth = 0): MatValue {
    // An empty matrix inside a cell or struct may have no content at all.
    if (bytes.length === 0) return emptyMatrix;
    if (depth > limits.nesting)
      throw damage(this.path, `cells and structs are nested more than ${limits.nesting} deep`);
    const head = this.head(bytes);
    const { dims, matrixClass, unread, content } = head;
    if (unread !== undefined) return { kind: 'other', dims, holds: unread };
    const count = countOf(dims);
    if (matrixClass === mx.cell)
      return { kind: 'cell', dims, cells: this.values(bytes, content, count, depth) };
    if (matrixClass === mx.struct) return this.struct(bytes, content, dims, count, depth);
    if (matrixClass === mx.char) return { kind: 'text', dims, text: this.text(this.element(bytes, content)) };
    const numbers =
      count === 0 && content + 8 > bytes.length
        ? emptyMatrix.numbers
        : this.numbers(this.element(bytes, content));
    if (numbers.length !== count)
      throw damage(
        this.path,
        `a matrix of ${dims.join(' × ')} holds ${numbers.length} numbers, expected ${count}`,
      );
    return { kind: 'numeric', dims, numbers };
  }

  /** Refuse a matrix of numbers whose content, by its tag, is not as long as its size says. */
  checkContent(bytes: Buffer, { dims, content, name }: MatrixHead): void {
    const count = countOf(dims);
    if (count === 0) return;
    const { type, length } = this.tag(bytes, content);
    const held = length / this.storage(type).size;
    if (held !== count)
      throw damage(this.path, `${name} of ${dims.join(' × ')} holds ${held} numbers, expected ${count}`);
  }

  private struct(bytes: Buffer, at: number, dims: readonly number[], count: number, depth: number): MatValue {
    const widthElement = this.element(bytes, at);
    const width = this.numbers(widthElement).at(0);
    const names = this.element(bytes, widthElement.next);
    const total = width > 0 ? Math.floor(names.bytes.length / width) : 0;
    checkCount(total, limits.parts, `${this.path}: fields of a struct are`, 'Save fewer fields.');
    const fieldNames = Array.from({ length: total }, (_, f) =>
      names.bytes.toString('latin1', f * width, (f + 1) * width).replace(/\0.*$/s, ''),
    );
    const values = this.values(bytes, names.next, count * total, depth);
    const fields = new Map<string, MatValue[]>(fieldNames.map((name) => [name, []]));
    for (const [i, value] of values.entries()) fields.get(fieldNames[i % total] ?? '')?.push(value);
    return { kind: 'struct', dims, fields };
  }

  private values(bytes: Buffer, from: number, count: number, depth: number): MatValue[] {
    const values: MatValue[] = [];
    let at = from;
    for (let i = 0; i < count; i++) {
      checkCount(
        ++this.cells,
        limits.parts,
        `${this.path}: cells and fields are`,
        'Save the signal as a matrix of numbers.',
      );
      const element = this.element(bytes, at);
      if (element.type !== mi.matrix)
        throw damage(this.path, `a cell at byte ${at} is of type ${element.type}, expected a matrix`);
      values.push(this.value(element.bytes, depth + 1));
      at = element.next;
    }
    return values;
  }

  private text(element: Element): string {
    const { type, bytes } = element;
    if (type === mi.utf8) return bytes.toString('utf8');
    const points = this.numbers(element);
    // In pieces: a call with hundreds of thousands of arguments overflows the stack.
    let text = '';
    for (let from = 0; from < points.length; from += 4096)
      text += String.fromCharCode(...points.slice(from, 4096));
    return text;
  }

  private numbers({ type, bytes }: Element): StoredNumbers {
    return new StoredNumbers(bytes, this.storage(type), this.little);
  }

  private storage(type: number): Storage {
    const found = storageOf[type];
    if (!found) throw damage(this.path, `holds numbers of the unknown type ${type}`);
    return found;
  }

  private uint32(bytes: Buffer, at: number): number {
    if (at + 4 > bytes.length) throw damage(this.path, `ends within an element at byte ${at}`);
    return this.little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  }
}

const emptyMatrix = {
  kind: 'numeric',
  dims: [0, 0],
  numbers: new StoredNumbers(new Uint8Array(), storages.uint8, true),
} as const satisfies MatValue;

const textOf = ({ bytes }: Element): string => bytes.toString('utf8', 0, 4096).replace(/\0.*$/s, '');

function unreadOf(matrixClass: number, complex: boolean): string | undefined {
  if (matrixClass === mx.object) return 'object';
  if (matrixClass === mx.sparse) return 'sparse matrix';
  if (matrixClass === mx.function) return 'function';
  if (matrixClass < mx.cell || matrixClass > mx.uint64) return `values of the unknown class ${matrixClass}`;
  return complex && matrixClass >= mx.double ? 'complex numbers' : undefined;
}
