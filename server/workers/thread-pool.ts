import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { ResourceError, type MyodesisError } from '../../src/ground/signal/errors.js';
import { systemCode, systemReasons } from '../../src/ground/signal/system-code.js';
import { compiledEntry } from '../package-info.js';

/**
 * Most memory for the objects of one thread, in MB: whoever needs more ends that thread, not the process. Signals and
 * templates lie outside of it.
 */
const HEAP_MB = 2048;

const ownEntry = new URL('./thread-entry.cjs', import.meta.url);
/** What every thread begins with, which imports the module to work from. */
const threadEntry = compiledEntry(ownEntry) ?? fileURLToPath(ownEntry);

/** A piece of work as it is posted to a thread. */
interface Named<Task> {
  readonly name: string;
  readonly task: Task;
}

/** How a piece of work is run. */
export interface RunOptions {
  /** Of the function that does it. */
  readonly name: string;
  readonly transferList?: readonly Transferable[];
  /** Ends the work, with its thread. */
  readonly signal?: AbortSignal;
}

/**
 * Worker threads that are there again after whatever happens to them. Piscina starts no further thread once one could
 * not be started, and leaves whoever waits waiting for ever: here they are told, and the next work finds new threads.
 */
export class ThreadPool {
  private pool: Piscina | undefined;
  /** Those who wait for a thread; Piscina itself forgets who waits where the last thread is ended. */
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  /** Why a pool was given up, for those whose work was in it. */
  private readonly faults = new WeakMap<Piscina, unknown>();

  /**
   * @param filename module whose functions do the work, by name
   * @param threads that there are at a time, from the first work on
   * @param restMs how long a thread without work stays, in milliseconds; what it keeps makes the next work quick
   */
  constructor(
    private readonly filename: string,
    private readonly threads: number,
    private readonly restMs = Infinity,
  ) {}

  /**
   * Do a piece of work.
   * @throws ResourceError where its thread could not start or died; an AbortError where it was aborted
   */
  async run<Task, Value>(task: Task, { name, transferList, signal }: RunOptions): Promise<Value> {
    await this.place(signal);
    const pool = this.open();
    const threads: Piscina<Named<Task>, Value> = pool;
    try {
      return await threads.run(
        { name, task },
        {
          ...(transferList && { transferList: [...transferList] }),
          ...(signal && { signal }),
        },
      );
    } catch (error) {
      if (signal?.aborted || !(this.faults.has(pool) || isDeath(error))) throw error;
      this.giveUp(pool, error);
      throw ended(this.faults.get(pool));
    } finally {
      this.busy--;
      this.waiting.shift()?.();
    }
  }

  /** Have the threads ready before there is work. */
  open(): Piscina {
    if (this.pool) return this.pool;
    const { filename, threads, restMs } = this;
    const pool = new Piscina({
      filename: threadEntry,
      argv: [pathToFileURL(filename).href],
      minThreads: Number.isFinite(restMs) ? 0 : threads,
      maxThreads: threads,
      idleTimeout: restMs,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    // Without a listener a thread that cannot start would end the process.
    pool.on('error', (error: unknown) => this.giveUp(pool, error));
    this.pool = pool;
    return pool;
  }

  async close(): Promise<void> {
    const { pool } = this;
    this.pool = undefined;
    await pool?.destroy();
  }

  /** Wait until there is a thread to work in. */
  private async place(signal: AbortSignal | undefined): Promise<void> {
    while (this.busy >= this.threads)
      await new Promise<void>((free, aborted) => {
        const give = (): void => {
          signal?.removeEventListener('abort', leave);
          free();
        };
        const leave = (): void => {
          this.waiting.splice(this.waiting.indexOf(give), 1);
          aborted(new DOMException('The task has been aborted', 'AbortError'));
        };
        signal?.addEventListener('abort', leave, { once: true });
        this.waiting.push(give);
      });
    this.busy++;
  }

  /** Whoever works in this pool is told; the next work opens another. */
  private giveUp(pool: Piscina, error: unknown): void {
    if (this.faults.has(pool)) return;
    this.faults.set(pool, error);
    if (this.pool === pool) this.pool = undefined;
    void pool.destroy();
  }
}

/** What a system that has no more to give says. */
const exhausted: readonly (string | undefined)[] = ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'];

/** Whether an error is of the thread, not of the work that it did. */
function isDeath(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (exhausted.includes(systemCode(error))) return true;
  return (
    ('code' in error && String(error.code).startsWith('ERR_WORKER')) || /^worker exited/.test(error.message)
  );
}

function ended(cause: unknown): MyodesisError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const system = systemCode(cause);
  if (code === 'ERR_WORKER_INIT_FAILED' || system) {
    // Where the thread itself could not be made, Node names the reason at the end of the text alone.
    const why = systemReasons[system ?? message.split(' ').at(-1) ?? ''] ?? message;
    return new ResourceError(`a worker thread could not start: ${why}`, {
      hint: 'Close other programs or raise the limits of the system (ulimit -n, ulimit -u), and try again.',
      cause,
    });
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new ResourceError(`a worker thread needed more than ${HEAP_MB} MB and was ended`, {
      hint: 'Use fewer repetitions, channels or features, and try again.',
      cause,
    });
  return new ResourceError(`a worker thread ended in the midst of its work: ${message}`, {
    hint: 'Try again.',
    cause,
  });
}
