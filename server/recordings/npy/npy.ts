import { StreamError } from '../../../src/ground/signal/errors.js';
import { halfOf } from '../half-float.js';

/** Where an array lies within a file, and its shape: NumPy's `.npy` layout. */
export interface ArraySource {
  readonly path: string;
  /** First byte of the data. */
  readonly offset: number;
  /** NumPy type, such as `<f4`, `>i2`, `|u1`, `<U8`. */
  readonly descr: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
}

/** Bytes of the headers written here: room for any shape, so that a growing count can be overwritten. */
export const npyHeaderBytes = 128;

const magic = '\x93NUMPY';

/** A version 1.0 header of 128 bytes (numpy.lib.format). */
export function encodeNpyHeader(descr: string, shape: readonly number[]): Uint8Array {
  const dims = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${dims}, }`;
  const header = Buffer.alloc(npyHeaderBytes, ' ');
  header.write(magic, 0, 'latin1');
  header.set([1, 0], 6);
  header.writeUInt16LE(npyHeaderBytes - 10, 8);
  header.write(text, 10, 'latin1');
  header[npyHeaderBytes - 1] = 10;
  return header;
}

/** Bytes that {@link parseNpyHeader} wants to see: more than NumPy writes for any plain array. */
export const npyHeadBytes = 1 << 14;

/**
 * Parse the header of an `.npy` array, versions 1 to 3. Arrays of objects or records have a `descr` of their own kind
 * and no numbers to be read.
 *
 * @param head the array's first bytes; `path` and `offset` tell where they lie
 * @throws StreamError when it is none, or its shape is no list of sizes
 */
export function parseNpyHeader(head: Buffer, path: string, offset = 0, name = path): ArraySource {
  if (head.toString('latin1', 0, 6) !== magic || head.length < 12)
    throw new StreamError(`${name}: does not start with NumPy's "\\x93NUMPY"`, {
      hint: 'Save the array with numpy.save or numpy.savez.',
    });
  const version = head.readUInt8(6);
  const wide = version >= 2;
  const length = wide ? head.readUInt32LE(8) : head.readUInt16LE(8);
  const from = wide ? 12 : 10;
  const damaged = (what: string): StreamError =>
    new StreamError(`${name}: ${what}`, { hint: 'The file is damaged or cut short; save it again.' });
  if (version < 1 || version > 3) throw damaged(`is of NumPy's format ${version}, expected 1 to 3`);
  if (from + length > head.length)
    throw damaged(`its header says ${length} bytes, ${head.length - from} are there to be read`);
  const text = head.toString('latin1', from, from + length);
  const descr = /'descr'\s*:\s*(?:'([^']*)'|(\[))/.exec(text);
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const dims = /'shape'\s*:\s*\(([^)]*)\)/.exec(text)?.[1];
  if (!descr || fortran === undefined || dims === undefined)
    throw damaged(`cannot read the array's header ${JSON.stringify(text.trim().slice(0, 80))}`);
  const shape = dims
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    // Python 2 wrote long integers: 40L.
    .map((part) => (/^\d+L?$/.test(part) ? parseInt(part, 10) : NaN));
  if (shape.length > maxDims || !shape.every(Number.isSafeInteger) || !Number.isSafeInteger(product(shape)))
    throw damaged(`its header says the shape (${dims.slice(0, 80)}), expected sizes such as (40, 2)`);
  const isRecord = descr[1] === undefined;
  return {
    path,
    offset: offset + from + length,
    descr: isRecord ? record : (descr[1] ?? ''),
    fortran: fortran === 'True',
    shape,
  };
}

/** NumPy's own limit of dimensions. */
const maxDims = 64;
/** How arrays of records are marked here; NumPy writes a list of fields. */
const record = 'record';
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

type Reader = (bytes: Buffer, at: number) => number;

const readers: Readonly<Record<string, { name: string; size: number; little: Reader; big: Reader }>> = {
  f2: {
    name: 'float16',
    size: 2,
    little: (b, i) => halfOf(b.readUInt16LE(i)),
    big: (b, i) => halfOf(b.readUInt16BE(i)),
  },
  f4: { name: 'float32', size: 4, little: (b, i) => b.readFloatLE(i), big: (b, i) => b.readFloatBE(i) },
  f8: { name: 'float64', size: 8, little: (b, i) => b.readDoubleLE(i), big: (b, i) => b.readDoubleBE(i) },
  i1: { name: 'int8', size: 1, little: (b, i) => b.readInt8(i), big: (b, i) => b.readInt8(i) },
  i2: { name: 'int16', size: 2, little: (b, i) => b.readInt16LE(i), big: (b, i) => b.readInt16BE(i) },
  i4: { name: 'int32', size: 4, little: (b, i) => b.readInt32LE(i), big: (b, i) => b.readInt32BE(i) },
  i8: {
    name: 'int64',
    size: 8,
    little: (b, i) => Number(b.readBigInt64LE(i)),
    big: (b, i) => Number(b.readBigInt64BE(i)),
  },
  u1: { name: 'uint8', size: 1, little: (b, i) => b.readUInt8(i), big: (b, i) => b.readUInt8(i) },
  u2: { name: 'uint16', size: 2, little: (b, i) => b.readUInt16LE(i), big: (b, i) => b.readUInt16BE(i) },
  u4: { name: 'uint32', size: 4, little: (b, i) => b.readUInt32LE(i), big: (b, i) => b.readUInt32BE(i) },
  u8: {
    name: 'uint64',
    size: 8,
    little: (b, i) => Number(b.readBigUInt64LE(i)),
    big: (b, i) => Number(b.readBigUInt64BE(i)),
  },
  b1: { name: 'bool', size: 1, little: (b, i) => b.readUInt8(i), big: (b, i) => b.readUInt8(i) },
};

/** How to read one number of a NumPy type; undefined where it is no real number that every machine stores alike. */
export function numberReader(descr: string): { name: string; size: number; read: Reader } | undefined {
  const kind = readers[/^[<>=|]?([a-z]\d)$/.exec(descr)?.[1] ?? ''];
  return kind && { name: kind.name, size: kind.size, read: descr.startsWith('>') ? kind.big : kind.little };
}

/** What a NumPy type holds, in words. */
export function heldBy(descr: string): string {
  const kind = descr.replace(/^[<>=|]/, '');
  if (kind.startsWith('O')) return 'Python objects';
  if (kind.startsWith('c')) return 'complex numbers';
  // Padded 80-bit numbers on one machine, true 128-bit ones on another, and the file does not say which.
  if (/^[fg]/.test(kind)) return 'long doubles';
  if (/^[mM]/.test(kind)) return 'dates or durations';
  if (kind === record || kind.startsWith('V')) return 'records of several fields';
  return /^[US]/.test(kind) ? 'text' : `values of type ${JSON.stringify(descr.slice(0, 20))}`;
}

/** Bytes of one text of a `<U` or `|S` array; undefined where it holds something else. */
export function textWidth(descr: string): number | undefined {
  const match = /^[<>=|]?([US])(\d{1,9})$/.exec(descr);
  return match ? Math.max(1, Number(match[2]) * (match[1] === 'U' ? 4 : 1)) : undefined;
}

/** NumPy's `<U` array of strings: type and bytes (UTF-32, padded with zeros). */
export function encodeStrings(texts: readonly string[]): { descr: string; bytes: Uint8Array } {
  const points = texts.map((text) => Array.from(text, (c) => c.codePointAt(0) ?? 0));
  const width = Math.max(1, ...points.map(({ length }) => length));
  const bytes = Buffer.alloc(texts.length * width * 4);
  for (const [t, text] of points.entries())
    for (const [i, point] of text.entries()) bytes.writeUInt32LE(point, (t * width + i) * 4);
  return { descr: `<U${width}`, bytes };
}

/** The strings of a `<U` or `|S` array; undefined where it holds something else. */
export function decodeStrings(descr: string, bytes: Buffer): string[] | undefined {
  const width = textWidth(descr);
  if (width === undefined) return undefined;
  const wide = descr.includes('U');
  const bigEndian = descr.startsWith('>');
  const texts: string[] = [];
  for (let at = 0; at + width <= bytes.length; at += width) {
    if (!wide) texts.push(bytes.toString('latin1', at, at + width).replace(/\0+$/, ''));
    else {
      let text = '';
      for (let i = at; i < at + width; i += 4) {
        const point = bigEndian ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i);
        if (point > 0 && point <= 0x10ffff) text += String.fromCodePoint(point);
      }
      texts.push(text);
    }
  }
  return texts;
}
