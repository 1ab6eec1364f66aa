import { naturally } from '../../../src/ground/signal/naturally.js';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StreamError } from '../../../src/ground/signal/errors.js';

/** A file that is not read, and why, as a phrase that follows its number: `link to nothing`. */
export interface UnreadFile {
  /** Relative to the folder, `/`-separated. */
  readonly path: string;
  readonly reason: string;
}

/** Files of a folder and of the folders within. */
export interface FileList {
  /** Relative to the folder, `/`-separated, in natural order. */
  readonly files: readonly string[];
  readonly unread: readonly UnreadFile[];
}

/** Why a `.part` is not read. */
export const interrupted = 'interrupted (myodesis finish makes it whole)';

/** No tree that people make is deeper; it bounds what is walked. */
const MAX_DEPTH = 32;

/**
 * Every file below a folder, hidden ones aside. Symbolic links are followed after everything else, so that a file that
 * can be reached twice is read once, by the path that is no link; links in a circle end where they began. The folder
 * `<name>.part` of an interrupted recording is told as one unread file.
 *
 * @throws StreamError where a folder cannot be read
 */
export async function listFiles(root: string): Promise<FileList> {
  const walk = new Walk(root);
  await walk.folder('', 0);
  await walk.links();
  return {
    files: [...walk.files.values()].sort(naturally),
    unread: walk.unread.sort((a, b) => naturally(a.path, b.path)),
  };
}

class Walk {
  /** By their real paths. */
  readonly files = new Map<string, string>();
  readonly unread: UnreadFile[] = [];
  private readonly folders = new Set<string>();
  private waiting: { path: string; depth: number }[] = [];

  constructor(private readonly root: string) {}

  async folder(path: string, depth: number): Promise<void> {
    const whole = join(this.root, path);
    const real = await tried(whole, () => realpath(whole));
    if (this.folders.has(real)) return;
    this.folders.add(real);
    if (depth > MAX_DEPTH) {
      this.unread.push({ path, reason: `folder more than ${MAX_DEPTH} folders deep` });
      return;
    }
    const entries = await tried(whole, () => readdir(whole, { withFileTypes: true }));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const within = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isSymbolicLink()) this.waiting.push({ path: within, depth });
      else if (entry.isDirectory()) await this.entered(within, depth);
      else if (entry.isFile()) this.file(within, join(real, entry.name));
    }
  }

  /** What links lead to, and what links within it lead to. */
  async links(): Promise<void> {
    while (this.waiting.length > 0) {
      const links = this.waiting.sort((a, b) => naturally(a.path, b.path));
      this.waiting = [];
      for (const { path, depth } of links) {
        const whole = join(this.root, path);
        const target = await stat(whole).catch(() => undefined);
        if (target?.isDirectory()) await this.entered(path, depth);
        else if (target?.isFile()) this.file(path, await tried(whole, () => realpath(whole)));
        else this.unread.push({ path, reason: 'link to nothing that can be read' });
      }
    }
  }

  private async entered(path: string, depth: number): Promise<void> {
    if (path.endsWith('.part')) this.unread.push({ path, reason: interrupted });
    else await this.folder(path, depth + 1);
  }

  private file(path: string, real: string): void {
    const first = this.files.get(real);
    if (first === undefined) this.files.set(real, path);
    else this.unread.push({ path, reason: `another path to ${first}` });
  }
}

async function tried<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new StreamError(
      `cannot read the folder ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { hint: 'Give the folder that holds the files, relative to the current folder.', cause },
    );
  }
}
