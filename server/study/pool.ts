import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { MyodesisError } from '../../src/ground/signal/errors.js';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { packageFolder } from '../package-info.js';
import type { Job } from './jobs.js';
import { revived } from '../../src/ground/signal/tellable.js';

/** What a job in a worker thread comes back with. Structured clone would strip our errors of their hints. */
export type JobOutcome<Result> =
  { readonly value: Result } | { readonly failure: ReturnType<MyodesisError['toJSON']> };

export interface PoolOptions {
  /** Worker threads; default one per core. 0 does the work on the spot. */
  readonly threads?: number;
  readonly stop?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/**
 * Do one job on many tasks, over all cores. Each result depends on nothing but its task, so that results are the
 * same, and in the same order, however many threads there are. Where nothing was compiled the work is done on the
 * spot.
 *
 * @param onResult what becomes of a result here; no more results wait for it than there are threads
 * @throws what the first failing job threw, the others are given up; InputOutputError when told to stop
 */
export async function runJobs<Task, Result, Value>(
  job: Job<Task, Result>,
  tasks: readonly Task[],
  onResult: (result: Result) => Value | Promise<Value>,
  { threads = availableParallelism(), stop, onProgress = () => undefined }: PoolOptions = {},
): Promise<Value[]> {
  const filename = threads > 0 ? entryFile() : undefined;
  const lanes = filename === undefined ? 1 : Math.min(threads, tasks.length);
  const pool =
    filename === undefined ? undefined : new Piscina({ filename, minThreads: lanes, maxThreads: lanes });
  const work = pool ? inThread(pool, job, stop) : onTheSpot(job, stop);
  const values: Value[] = [];
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < tasks.length) {
      const t = next++;
      values[t] = await onResult(await work(tasks[t]));
      onProgress(++done / tasks.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
    return values;
  } catch (error) {
    if (!stop?.aborted) throw error;
    throw new InputOutputError('stopped before it was done', { hint: 'Nothing was written.', cause: error });
  } finally {
    next = tasks.length;
    await pool?.destroy();
  }
}

function onTheSpot<Task, Result>({ work }: Job<Task, Result>, stop?: AbortSignal) {
  return async (task: Task): Promise<Result> => {
    await new Promise(setImmediate); // Let a signal or a socket have its turn.
    stop?.throwIfAborted();
    return work(task);
  };
}

function inThread<Task, Result>(pool: Piscina, { name }: Job<Task, Result>, stop?: AbortSignal) {
  const threads: Piscina<Task, JobOutcome<Result>> = pool;
  return async (task: Task): Promise<Result> => {
    const outcome = await threads.run(task, { name, ...(stop && { signal: stop }) });
    if ('value' in outcome) return outcome.value;
    throw revived(outcome.failure);
  };
}

/** The compiled entry of the worker threads, or undefined where only sources are there. */
function entryFile(): string | undefined {
  const beside = new URL('./worker-entry.js', import.meta.url);
  const built = new URL('dist/server/study/worker-entry.js', packageFolder());
  const found = [beside, built].find((url) => existsSync(url));
  return found && fileURLToPath(found);
}
