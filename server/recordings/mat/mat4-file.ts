import { checkCount, limits } from '../limits.js';
import type { MatVariable } from './mat5-file.js';
import { damage, StoredNumbers, storages, type MatValue, type Storage } from './mat-values.js';

const precisions: readonly Storage[] = [
  storages.double,
  storages.single,
  storages.int32,
  storages.int16,
  storages.uint16,
  storages.uint8,
];
const kinds = ['numeric', 'text', 'sparse'] as const;
const headBytes = 20;

interface Head {
  readonly little: boolean;
  readonly storage: Storage;
  readonly kind: (typeof kinds)[number];
  readonly rows: number;
  readonly columns: number;
  readonly complex: boolean;
  readonly nameBytes: number;
}

/** Whether a file begins as level 4 files do, which have no signature. */
export function isMat4(file: Buffer): boolean {
  return headOf(file, 0) !== undefined;
}

/**
 * The variables of a MATLAB level 4 MAT-file (`save -v4`, and Octave's): a head of five words each, then a name and the
 * numbers, column by column ("MAT-File Format", The MathWorks).
 *
 * @throws StreamError where the file ends within a variable, or what follows one is none
 */
export function mat4Variables(file: Buffer, path: string): MatVariable[] {
  const variables: MatVariable[] = [];
  for (let at = 0; at < file.length;) {
    checkCount(variables.length + 1, limits.parts, `${path}: its variables are`, 'Save fewer variables.');
    const head = headOf(file, at);
    if (!head) throw damage(path, `what begins at byte ${at} is no variable of a MATLAB 4 file`);
    const { storage, kind, rows, columns, complex, nameBytes, little } = head;
    const name = file.toString('latin1', at + headBytes, at + headBytes + nameBytes).replace(/\0.*$/s, '');
    const from = at + headBytes + nameBytes;
    const bytes = rows * columns * storage.size;
    const next = from + bytes * (complex ? 2 : 1);
    if (next > file.length)
      throw damage(
        path,
        `${name} of ${rows} × ${columns} takes ${next - from} bytes, ${file.length - from} are left`,
      );
    const dims = [rows, columns];
    const numbers = new StoredNumbers(file.subarray(from, from + bytes), storage, little);
    const value = valueOf(kind, complex, dims, numbers);
    variables.push({ name, dims, numeric: value.kind === 'numeric', load: async () => value });
    at = next;
  }
  return variables;
}

function valueOf(kind: Head['kind'], complex: boolean, dims: number[], numbers: StoredNumbers): MatValue {
  if (kind === 'sparse') return { kind: 'other', dims, holds: 'sparse matrix' };
  if (complex) return { kind: 'other', dims, holds: 'complex numbers' };
  if (kind === 'numeric') return { kind: 'numeric', dims, numbers };
  const codes = Uint16Array.from(numbers.slice());
  return { kind: 'text', dims, text: Buffer.from(codes.buffer).toString('utf16le') };
}

/** The head of a variable; undefined where there is none. Its first word says byte order, storage and kind as digits. */
function headOf(file: Buffer, at: number): Head | undefined {
  if (at + headBytes > file.length) return undefined;
  for (const little of [true, false]) {
    const word = (n: number): number =>
      little ? file.readInt32LE(at + 4 * n) : file.readInt32BE(at + 4 * n);
    const type = word(0);
    const order = Math.floor(type / 1000);
    const storage = precisions[Math.floor(type / 10) % 10];
    const kind = kinds[type % 10];
    if (order !== (little ? 0 : 1) || Math.floor(type / 100) % 10 !== 0 || !storage || !kind) continue;
    const [rows, columns, imaginary, nameBytes] = [word(1), word(2), word(3), word(4)];
    if (rows < 0 || columns < 0 || imaginary < 0 || imaginary > 1 || nameBytes < 1 || nameBytes > 256)
      continue;
    return { little, storage, kind, rows, columns, complex: imaginary === 1, nameBytes };
  }
  return undefined;
}
