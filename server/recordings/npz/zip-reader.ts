import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { InputFile } from '../input-file.js';

/** A file within a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** First byte of its (possibly compressed) data in the archive. */
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly deflated: boolean;
}

const limit32 = 0xffffffff;

/**
 * Table of contents of a ZIP or ZIP64 archive.
 * @throws StreamError when there is none, as in an archive cut short
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
    const wideAt = Number(tail.readBigUInt64LE(end - 12));
    const wide = await file.read(wideAt, 56);
    if (wide.length < 56 || wide.readUInt32LE(0) !== 0x06064b50) throw damaged(file.path);
    count = Number(wide.readBigUInt64LE(32));
    size = Number(wide.readBigUInt64LE(40));
    start = Number(wide.readBigUInt64LE(48));
  }
  const table = await file.read(start, size);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > table.length || table.readUInt32LE(at) !== 0x02014b50) throw damaged(file.path);
    const entry = centralEntry(table, at);
    const local = await file.read(entry.offset, 30);
    if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw damaged(file.path);
    entries.push({ ...entry, offset: entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28) });
    at += 46 + table.readUInt16LE(at + 28) + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return entries;
}

function centralEntry(table: Buffer, at: number): ZipEntry {
  const nameLength = table.readUInt16LE(at + 28);
  const extraEnd = at + 46 + nameLength + table.readUInt16LE(at + 30);
  let compressedSize = table.readUInt32LE(at + 20);
  let size = table.readUInt32LE(at + 24);
  let offset = table.readUInt32LE(at + 42);
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd;) {
    const length = table.readUInt16LE(extra + 2);
    if (table.readUInt16LE(extra) === 1) {
      let from = extra + 4;
      const next = (): number => {
        from += 8;
        return from <= extra + 4 + length ? Number(table.readBigUInt64LE(from - 8)) : 0;
      };
      if (size === limit32) size = next();
      if (compressedSize === limit32) compressedSize = next();
      if (offset === limit32) offset = next();
    }
    extra += 4 + length;
  }
  return {
    name: table.toString('utf8', at + 46, at + 46 + nameLength),
    offset,
    compressedSize,
    size,
    deflated: table.readUInt16LE(at + 10) === 8,
  };
}

/** Unpack a compressed entry into a file of its own, without holding it in memory. */
export async function inflateEntry(archive: string, entry: ZipEntry, target: string): Promise<void> {
  const { offset: start, compressedSize } = entry;
  const end = start + compressedSize - 1;
  try {
    await pipeline(createReadStream(archive, { start, end }), createInflateRaw(), createWriteStream(target));
  } catch (cause) {
    throw new StreamError(`${archive}: cannot unpack ${entry.name}`, {
      hint: 'The file is damaged; save it again.',
      cause,
    });
  }
}

function damaged(path: string): StreamError {
  return new StreamError(`${path}: the ZIP table of contents is damaged`, {
    hint: 'The file was cut short or changed; save it again.',
  });
}
