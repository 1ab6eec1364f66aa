import { promisify } from 'node:util';
import { constants, inflate, inflateSync } from 'node:zlib';
import { checkBytes, checkCount, checkUnpacked, limits } from '../limits.js';
import { isNumeric, MatElements, mi, type MatrixHead } from './mat-elements.js';
import { damage, type MatValue } from './mat-values.js';

/** A variable of a MAT-file: what it is, and its value once that is wanted. */
export interface MatVariable {
  readonly name: string;
  readonly dims: readonly number[];
  /** Numbers are unpacked each time; anything else was taken apart when the file was opened. */
  readonly load: () => Promise<MatValue>;
  /** What it is where it need not be loaded to be told: numbers. */
  readonly numeric: boolean;
}

/** Packed bytes that give the head of a variable: its class, size and name take a few hundred at most. */
const packedHead = 1024;

/**
 * The variables of a MATLAB level 5 MAT-file (`save -v6` and `-v7`), compressed or not, in either byte order
 * ("MAT-File Format", The MathWorks). Sparse and complex matrices, objects and functions are named but not read.
 *
 * @throws StreamError for damage, and for what would unpack to more than may be held
 */
export async function mat5Variables(file: Buffer, path: string): Promise<MatVariable[]> {
  const elements = new MatElements(path, file.toString('latin1', 126, 128) === 'IM');
  const variables: MatVariable[] = [];
  for (let at = 128; at + 8 <= file.length;) {
    checkCount(variables.length + 1, limits.parts, `${path}: its variables are`, 'Save fewer variables.');
    const element = elements.element(file, at);
    at = element.next;
    const packed = element.type === mi.compressed;
    if (!packed && element.type !== mi.matrix) continue;
    const variable = await variableOf(elements, element.bytes, packed, path);
    if (variable.name !== '') variables.push(variable);
  }
  return variables;
}

async function variableOf(
  elements: MatElements,
  bytes: Buffer,
  packed: boolean,
  path: string,
): Promise<MatVariable> {
  const begun = packed ? unpackedHead(bytes, path) : bytes;
  const tag = packed ? elements.tag(begun, 0) : { type: mi.matrix, from: 0, length: bytes.length };
  // A variable without content has no name either.
  if (tag.type !== mi.matrix || tag.length === 0)
    return { name: '', dims: [], numeric: false, load: async () => other('nothing') };
  const inner = begun.subarray(tag.from);
  const head = elements.head(inner);
  const { name, dims } = head;
  const numeric = isNumeric(head);
  const hint =
    'Save less in one variable, or save with save(…, "-v7.3") and read that: it is read piece by piece.';
  if (packed) checkUnpacked(bytes.length, tag.length, `${path}: ${name}`, hint);
  if (!numeric) checkBytes(tag.length, limits.heldBytes, `${path}: ${name} holds`, hint);
  const load = async (): Promise<MatValue> => {
    if (!packed) return elements.value(bytes);
    const whole = await unpacked(bytes, tag.from + tag.length, path, head);
    return elements.value(whole.subarray(tag.from));
  };
  if (head.unread !== undefined)
    return { name, dims, numeric, load: async () => other(head.unread ?? '', dims) };
  if (numeric) elements.checkContent(inner, head);
  if (numeric) return { name, dims, numeric, load };
  const value = await load();
  return { name, dims, numeric, load: async () => value };
}

const other = (holds: string, dims: readonly number[] = []): MatValue => ({ kind: 'other', dims, holds });

function unpackedHead(bytes: Buffer, path: string): Buffer {
  try {
    return inflateSync(bytes.subarray(0, packedHead), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw damage(path, 'a compressed variable cannot be unpacked', cause);
  }
}

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);

/** A variable unpacked to the length that its own tag says, and no further. */
async function unpacked(bytes: Buffer, length: number, path: string, { name }: MatrixHead): Promise<Buffer> {
  let whole: Buffer;
  try {
    whole = await inflated(bytes, { maxOutputLength: length + 8 });
  } catch (cause) {
    throw damage(path, `${name} cannot be unpacked to the ${length} bytes that it says`, cause);
  }
  if (whole.length < length)
    throw damage(path, `${name} unpacks to ${whole.length} bytes, it says ${length}`);
  return whole.subarray(0, length);
}
