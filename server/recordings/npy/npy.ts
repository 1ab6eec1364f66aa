import { StreamError } from '../../../src/ground/signal/errors.js';

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

/** Bytes that {@link parseNpyHeader} wants to see. */
export const npyHeadBytes = 4096;

/**
 * Parse the header of an `.npy` array.
 * @param head the array's first bytes; `path` and `offset` tell where they lie
 * @throws StreamError when it is none, or holds objects
 */
export function parseNpyHeader(head: Buffer, path: string, offset = 0, name = path): ArraySource {
  if (head.toString('latin1', 0, 6) !== magic || head.length < 12)
    throw new StreamError(`${name}: does not start with NumPy's "\\x93NUMPY"`, {
      hint: 'Save the array with numpy.save or numpy.savez.',
    });
  const wide = (head[6] as number) >= 2;
  const length = wide ? head.readUInt32LE(8) : head.readUInt16LE(8);
  const from = wide ? 12 : 10;
  const text = head.toString('latin1', from, from + length);
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const dims = /'shape'\s*:\s*\(([^)]*)\)/.exec(text)?.[1];
  if (descr === undefined || fortran === undefined || dims === undefined)
    throw new StreamError(`${name}: cannot read the array's header ${text.trim().slice(0, 80)}`, {
      hint: 'Structured arrays are not read; save plain numbers.',
    });
  if (/^[|<>=]?O/.test(descr))
    throw new StreamError(`${name}: holds Python objects, expected numbers`, {
      hint: 'Save numeric arrays (dtype float or int), not lists of arrays.',
    });
  const shape = dims
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(Number);
  return { path, offset: offset + from + length, descr, fortran: fortran === 'True', shape };
}

type Reader = (bytes: Buffer, at: number) => number;

const readers: Readonly<Record<string, { size: number; little: Reader; big: Reader }>> = {
  f4: { size: 4, little: (b, i) => b.readFloatLE(i), big: (b, i) => b.readFloatBE(i) },
  f8: { size: 8, little: (b, i) => b.readDoubleLE(i), big: (b, i) => b.readDoubleBE(i) },
  i1: { size: 1, little: (b, i) => b.readInt8(i), big: (b, i) => b.readInt8(i) },
  i2: { size: 2, little: (b, i) => b.readInt16LE(i), big: (b, i) => b.readInt16BE(i) },
  i4: { size: 4, little: (b, i) => b.readInt32LE(i), big: (b, i) => b.readInt32BE(i) },
  i8: { size: 8, little: (b, i) => Number(b.readBigInt64LE(i)), big: (b, i) => Number(b.readBigInt64BE(i)) },
  u1: { size: 1, little: (b, i) => b.readUInt8(i), big: (b, i) => b.readUInt8(i) },
  u2: { size: 2, little: (b, i) => b.readUInt16LE(i), big: (b, i) => b.readUInt16BE(i) },
  u4: { size: 4, little: (b, i) => b.readUInt32LE(i), big: (b, i) => b.readUInt32BE(i) },
  u8: {
    size: 8,
    little: (b, i) => Number(b.readBigUInt64LE(i)),
    big: (b, i) => Number(b.readBigUInt64BE(i)),
  },
  b1: { size: 1, little: (b, i) => b.readUInt8(i), big: (b, i) => b.readUInt8(i) },
};

/** How to read one number of a NumPy type; undefined where it is no real number. */
export function numberReader(descr: string): { size: number; read: Reader } | undefined {
  const kind = readers[descr.replace(/^[<>=|]/, '')];
  return kind && { size: kind.size, read: descr.startsWith('>') ? kind.big : kind.little };
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
  const match = /^([<>=|]?)([US])(\d+)$/.exec(descr);
  if (!match) return undefined;
  const wide = match[2] === 'U';
  const width = Math.max(1, Number(match[3]) * (wide ? 4 : 1));
  const texts: string[] = [];
  for (let at = 0; at + width <= bytes.length; at += width) {
    if (!wide) texts.push(bytes.toString('latin1', at, at + width).replace(/\0+$/, ''));
    else {
      let text = '';
      for (let i = at; i < at + width; i += 4) {
        const point = match[1] === '>' ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i);
        if (point > 0 && point <= 0x10ffff) text += String.fromCodePoint(point);
      }
      texts.push(text);
    }
  }
  return texts;
}
