import { availableParallelism } from 'node:os';
import { MyodesisError } from '../../src/ground/signal/errors.js';
import { revived } from '../../src/ground/signal/tellable.js';
import { onTheSpot, stopped, type Job, type JobOutcome, type JobRunner } from '../../src/study/job.js';
import { compiledEntry } from '../package-info.js';
import { ThreadPool } from '../workers/thread-pool.js';

/**
 * Runs the jobs of `worker-entry` over all cores; on the spot where nothing was compiled.
 * @param threads worker threads; default one per core, 0 for none
 */
export function threadRunner(threads = availableParallelism()): JobRunner {
  if (threads === 0 || !compiled()) return onTheSpot;
  return {
    lanes: threads,
    async run(job, tasks, onResult, { stop, onProgress }) {
      const lanes = Math.min(threads, tasks.length);
      const pool = jobThreads(lanes);
      const work = inThread(pool, job, stop);
      const values: Awaited<ReturnType<typeof onResult>>[] = [];
      let next = 0;
      let done = 0;
      const lane = async (): Promise<void> => {
        while (next < tasks.length) {
          const t = next++;
          values[t] = await onResult(await work(tasks[t]), t);
          onProgress?.(++done / tasks.length);
        }
      };
      try {
        await Promise.all(Array.from({ length: lanes }, lane));
        return values;
      } catch (error) {
        throw stop?.aborted ? stopped(error) : error;
      } finally {
        next = tasks.length;
        await pool.close();
      }
    },
  };
}

/**
 * Threads for the jobs of `worker-entry`.
 * @throws MyodesisError where nothing was compiled
 */
export function jobThreads(threads: number): ThreadPool {
  const filename = compiled();
  if (filename !== undefined) return new ThreadPool(filename, threads);
  throw new MyodesisError('worker threads need the compiled files', { hint: 'Run "npm run build".' });
}

const compiled = (): string | undefined => compiledEntry(new URL('./worker-entry.js', import.meta.url));

/** The work of a job, done in one of those threads. */
export function inThread<Task, Result>(pool: ThreadPool, { name }: Job<Task, Result>, stop?: AbortSignal) {
  return async (task: Task): Promise<Result> => {
    const outcome = await pool.run<Task, JobOutcome<Result>>(task, { name, ...(stop && { signal: stop }) });
    if ('value' in outcome) return outcome.value;
    throw revived(outcome.failure);
  };
}
