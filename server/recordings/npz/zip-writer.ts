import { crc32 } from 'node:zlib';
import { OutputFile } from '../output-file.js';

interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  readonly crc: number;
}

const limit32 = 0xffffffff;
/** 1 January 1980, so that the same recording gives the same bytes. */
const dosDate = 0x21;

/**
 * ZIP archive of stored (uncompressed) entries, streamed; ZIP64 records are written where sizes or offsets
 * pass 4 GB (PKWARE APPNOTE 6.3). Stored entries let NumPy map them and us read any row directly.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];

  private constructor(private readonly file: OutputFile) {}

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await OutputFile.create(path));
  }

  /** Add an entry of a size known beforehand. */
  async add(
    name: string,
    size: number,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    const offset = this.file.size;
    await this.file.append(localHeader(name, size, 0));
    let crc = 0;
    let written = 0;
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc);
      written += chunk.length;
      await this.file.append(chunk);
    }
    if (written !== size) throw new RangeError(`ZipWriter: ${name} got ${written} bytes, expected ${size}`);
    await this.file.writeAt(offset, localHeader(name, size, crc));
    this.entries.push({ name, offset, size, crc });
  }

  async close(): Promise<void> {
    const start = this.file.size;
    for (const entry of this.entries) await this.file.append(centralHeader(entry));
    await this.file.append(endRecords(this.entries.length, start, this.file.size - start));
    await this.file.close();
  }
}

function localHeader(name: string, size: number, crc: number): Uint8Array {
  const text = Buffer.from(name, 'utf8');
  const large = size >= limit32;
  const extra = large ? Buffer.alloc(20) : Buffer.alloc(0);
  if (large) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(size), 4);
    extra.writeBigUInt64LE(BigInt(size), 12);
  }
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(large ? 45 : 20, 4);
  header.writeUInt16LE(0x800, 6);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(large ? limit32 : size, 18);
  header.writeUInt32LE(large ? limit32 : size, 22);
  header.writeUInt16LE(text.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, text, extra]);
}

function centralHeader({ name, offset, size, crc }: Entry): Uint8Array {
  const text = Buffer.from(name, 'utf8');
  const wide = [...(size >= limit32 ? [size, size] : []), ...(offset >= limit32 ? [offset] : [])];
  const extra = Buffer.alloc(wide.length > 0 ? 4 + 8 * wide.length : 0);
  if (wide.length > 0) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8 * wide.length, 2);
    for (const [i, value] of wide.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  }
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(wide.length > 0 ? 45 : 20, 6);
  header.writeUInt16LE(0x800, 8);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(Math.min(size, limit32), 20);
  header.writeUInt32LE(Math.min(size, limit32), 24);
  header.writeUInt16LE(text.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(Math.min(offset, limit32), 42);
  return Buffer.concat([header, text, extra]);
}

function endRecords(count: number, start: number, size: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(Math.min(size, limit32), 12);
  end.writeUInt32LE(Math.min(start, limit32), 16);
  if (start < limit32) return end;
  const wide = Buffer.alloc(76);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  wide.writeBigUInt64LE(BigInt(count), 24);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(start), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(start + size), 64);
  wide.writeUInt32LE(1, 72);
  return Buffer.concat([wide, end]);
}
