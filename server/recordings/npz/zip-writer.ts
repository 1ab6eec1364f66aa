import { crc32 } from 'node:zlib';
import { centralHeader, endRecords, localHeader, type ZipEntry } from '../../../src/recording/zip-records.js';
import { OutputFile } from '../output-file.js';

/**
 * ZIP archive of stored (uncompressed) entries, streamed; ZIP64 records are written where sizes or offsets
 * pass 4 GB (PKWARE APPNOTE 6.3). Stored entries let NumPy map them and us read any row directly.
 */
export class ZipWriter {
  private readonly entries: ZipEntry[] = [];

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
    await this.file.append(localHeader({ name, size, crc: 0 }));
    let crc = 0;
    let written = 0;
    for await (const chunk of chunks) {
      // Of no bytes Node says 0, whatever the sum was before.
      if (chunk.length > 0) crc = crc32(chunk, crc);
      written += chunk.length;
      await this.file.append(chunk);
    }
    if (written !== size) throw new RangeError(`ZipWriter: ${name} got ${written} bytes, expected ${size}`);
    await this.file.writeAt(offset, localHeader({ name, size, crc }));
    this.entries.push({ name, offset, size, crc });
  }

  async close(): Promise<void> {
    const start = this.file.size;
    for (const entry of this.entries) await this.file.append(centralHeader(entry));
    await this.file.append(endRecords(this.entries.length, start, this.file.size - start));
    await this.file.close();
  }
}
