import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StreamError } from '../../src/ground/signal/errors.js';
import type { Output, OutputFolder } from '../../src/recording/output.js';

/** How often, in wall-clock ms, written data is forced out of the operating system's cache. */
const syncEveryMs = 1000;

/**
 * A file written in order, whether or not the caller waits. A failed write is kept and thrown again by every
 * later call, so that a full disk cannot go unnoticed.
 */
export class OutputFile implements Output {
  /** Bytes handed in so far. */
  size = 0;
  private tail: Promise<unknown> = Promise.resolve();
  private failure: StreamError | undefined;
  private syncedAt = performance.now();
  private closed = false;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  /**
   * Create (or empty) a file, and the folders above it.
   * @param head what it begins with
   * @throws StreamError where it cannot be created, or its beginning not be written; then it is closed
   */
  static async create(path: string, head?: Uint8Array): Promise<OutputFile> {
    let file: OutputFile;
    try {
      await mkdir(dirname(path), { recursive: true });
      file = new OutputFile(path, await open(path, 'w+'));
    } catch (cause) {
      throw refusal(path, cause);
    }
    if (!head) return file;
    try {
      await file.append(head);
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error;
    }
    return file;
  }

  /** Append bytes; the buffer belongs to the file from here on. */
  append(bytes: Uint8Array): Promise<void> {
    const position = this.size;
    this.size += bytes.length;
    return this.enqueue(bytes, position);
  }

  /** Overwrite bytes already written, such as a count in a header. */
  writeAt(position: number, bytes: Uint8Array): Promise<void> {
    return this.enqueue(bytes, position);
  }

  /** Wait for everything handed in, force it to disk and close. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.tail;
    try {
      if (!this.failure) await this.handle.datasync();
    } finally {
      await this.handle.close();
    }
    if (this.failure) throw this.failure;
  }

  private enqueue(bytes: Uint8Array, position: number): Promise<void> {
    const done = this.tail.then(() => this.put(bytes, position));
    // Keeps the chain going and marks the promise as handled where the caller does not wait.
    this.tail = done.catch(() => undefined);
    return done;
  }

  private async put(bytes: Uint8Array, position: number): Promise<void> {
    if (this.failure) throw this.failure;
    try {
      let written = 0;
      while (written < bytes.length) {
        const { bytesWritten } = await this.handle.write(
          bytes,
          written,
          bytes.length - written,
          position + written,
        );
        written += bytesWritten;
      }
      if (performance.now() - this.syncedAt > syncEveryMs) {
        await this.handle.datasync();
        this.syncedAt = performance.now();
      }
    } catch (cause) {
      this.failure = refusal(this.path, cause);
      throw this.failure;
    }
  }
}

/** Recordings as files; paths are those of the system. */
export const disk: OutputFolder = {
  create: (path) => OutputFile.create(path),
  remove: (path) => rm(path, { force: true }),
};

function refusal(path: string, cause: unknown): StreamError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StreamError(`cannot write ${path}: ${reason}`, {
    hint: 'Check that the folder exists, can be written to and has space left.',
    cause,
  });
}
