import { StreamError } from '../../../src/ground/signal/errors.js';
import type { InputFile } from '../input-file.js';
import { checkBytes, checkCount, limits } from '../limits.js';

/** A file within a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** First byte of its (possibly compressed) data in the archive. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly deflated: boolean;
}

const limit32 = 0xffffffff;
const [stored, deflate] = [0, 8];
const saveAgain = 'Save it again with numpy.savez.';

/**
 * Table of contents of a ZIP or ZIP64 archive. Every entry lies within the file.
 * @throws StreamError when there is none, as in an archive cut short, or an entry is packed in a way that is not read
 */
export async function readZip(file: InputFile): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, file.size - 66000);
  const tail = await file.read(tailStart, file.size - tailStart);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > tail.length)
    throw new StreamError(`${file.path}: has no ZIP table of contents; the file is cut short or no NPZ`, {
      hint: 'An interrupted recording of ours lies beside it in a folder that ends in .part.',
    });
  let count = tail.readUInt16LE(end + 10);
  let size = tail.readUInt32LE(end + 12);
  let start = tail.readUInt32LE(end + 16);
  if (start === limit32 || count === 0xffff || size === limit32) {
    if (end < 20) throw damaged(file.path);
    const wide = await file.read(Number(tail.readBigUInt64LE(end - 12)), 56);
    if (wide.length < 56 || wide.readUInt32LE(0) !== 0x06064b50) throw damaged(file.path);
    count = Number(wide.readBigUInt64LE(32));
    size = Number(wide.readBigUInt64LE(40));
    start = Number(wide.readBigUInt64LE(48));
  }
  checkCount(count, limits.parts, `${file.path}: its arrays are`, 'Save fewer arrays in one archive.');
  checkBytes(size, limits.headerBytes, `${file.path}: its table of contents takes`, saveAgain);
  const table = await file.read(start, size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== 0x02014b50) throw damaged(file.path);
    const next =
      at + 46 + table.readUInt16LE(at + 28) + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
    if (next > table.length) throw damaged(file.path);
    entries.push(await located(file, centralEntry(table, at, file.path)));
    at = next;
  }
  return entries;
}

/** An entry whose data is known to lie within the file, after the local header that precedes it. */
async function located(file: InputFile, entry: ZipEntry): Promise<ZipEntry> {
  const local = await file.read(entry.offset, 30);
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw damaged(file.path);
  const offset = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const { name, compressedSize, size, deflated } = entry;
  if (offset + compressedSize > file.size)
    throw new StreamError(
      `${file.path}: ${name} says ${compressedSize} bytes at byte ${offset}, the file has ${file.size}`,
      { hint: `The file was cut short or changed. ${saveAgain}` },
    );
  if (!deflated && size !== compressedSize) throw damaged(file.path);
  return { ...entry, offset };
}

function centralEntry(table: Buffer, at: number, path: string): ZipEntry {
  const nameLength = table.readUInt16LE(at + 28);
  const name = table.toString('utf8', at + 46, at + 46 + nameLength);
  const extraEnd = at + 46 + nameLength + table.readUInt16LE(at + 30);
  let compressedSize = table.readUInt32LE(at + 20);
  let size = table.readUInt32LE(at + 24);
  let offset = table.readUInt32LE(at + 42);
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd;) {
    const length = table.readUInt16LE(extra + 2);
    if (table.readUInt16LE(extra) === 1) {
      const end = Math.min(extraEnd, extra + 4 + length);
      let from = extra + 4;
      const next = (): number => {
        from += 8;
        return from <= end ? Number(table.readBigUInt64LE(from - 8)) : 0;
      };
      if (size === limit32) size = next();
      if (compressedSize === limit32) compressedSize = next();
      if (offset === limit32) offset = next();
    }
    extra += 4 + length;
  }
  const method = table.readUInt16LE(at + 10);
  const encrypted = (table.readUInt16LE(at + 8) & 1) === 1;
  if (encrypted || (method !== stored && method !== deflate))
    throw new StreamError(
      `${path}: ${name} is ${encrypted ? 'encrypted' : `packed by method ${method}`}, expected stored or deflated`,
      { hint: 'Save it with numpy.savez or numpy.savez_compressed.' },
    );
  return {
    name,
    offset,
    compressedSize,
    size,
    crc: table.readUInt32LE(at + 16),
    deflated: method === deflate,
  };
}

function damaged(path: string): StreamError {
  return new StreamError(`${path}: the ZIP table of contents is damaged`, {
    hint: `The file was cut short or changed. ${saveAgain}`,
  });
}
