import { closeAll } from '../../../src/recording/close-all.js';
import { encodeNpyHeader } from './npy.js';
import { OutputFile } from '../output-file.js';

const chunkBytes = 1 << 18;

/**
 * An `.npy` array that grows row by row. Its header is brought up to date after the rows it counts, so the
 * file can be loaded at any moment.
 */
export class NpyFile {
  rows = 0;
  private pending: Uint8Array[] = [];
  private bytes = 0;

  private constructor(
    private readonly file: OutputFile,
    private readonly descr: string,
    /** Shape of one row; empty for a plain vector. */
    private readonly columns: readonly number[],
  ) {}

  static async create(path: string, descr: string, columns: readonly number[] = []): Promise<NpyFile> {
    const head = encodeNpyHeader(descr, [0, ...columns]);
    return new NpyFile(await OutputFile.create(path, head), descr, columns);
  }

  /** Append whole rows; the array belongs to the file from here on. */
  append(values: ArrayBufferView, rows: number): void | Promise<void> {
    this.pending.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    this.bytes += values.byteLength;
    this.rows += rows;
    if (this.bytes >= chunkBytes) return this.flush();
  }

  /** Put on disk what was appended. */
  flush(): Promise<void> {
    if (this.bytes === 0) return Promise.resolve();
    void this.file.append(Buffer.concat(this.pending, this.bytes));
    this.pending = [];
    this.bytes = 0;
    return this.file.writeAt(0, this.header());
  }

  async close(): Promise<void> {
    await closeAll([{ close: () => this.flush() }, this.file]);
  }

  private header(): Uint8Array {
    return encodeNpyHeader(this.descr, [this.rows, ...this.columns]);
  }
}
