import { open, type FileHandle } from 'node:fs/promises';
import { StreamError } from '../../src/ground/signal/errors.js';

/** Random access to a file that exists. */
export class InputFile {
  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** @throws StreamError when the file cannot be opened */
  static async open(path: string): Promise<InputFile> {
    try {
      const handle = await open(path, 'r');
      return new InputFile(path, handle, (await handle.stat()).size);
    } catch (cause) {
      throw new StreamError(
        `cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
        {
          hint: 'Check the path; it is taken relative to the current folder.',
          cause,
        },
      );
    }
  }

  /** Open, use and close, whatever happens. */
  static async using<T>(path: string, use: (file: InputFile) => Promise<T>): Promise<T> {
    const file = await InputFile.open(path);
    try {
      return await use(file);
    } finally {
      await file.close();
    }
  }

  /** Up to `length` bytes from `position`; fewer at the end of the file. */
  async read(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, this.size - position)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await this.handle.read(buffer, filled, buffer.length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
