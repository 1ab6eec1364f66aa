import { firstValueFrom, timer } from 'rxjs';
import { StreamError, type MyodesisError } from '../ground/signal/errors.js';

/** Work that a thread of its own can do: everything it needs is in the task. */
export interface Job<Task, Result> {
  /** What a host's threads know the work by. */
  readonly name: string;
  /** The work itself. */
  readonly work: (task: Task) => Result | Promise<Result>;
}

/** What a job in a thread of its own comes back with. Structured clone would strip our errors of their hints. */
export type JobOutcome<Result> =
  { readonly value: Result } | { readonly failure: ReturnType<MyodesisError['toJSON']> };

/** How a study is stopped and watched. */
export interface RunOptions {
  readonly stop?: AbortSignal;
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Does one job on many tasks. Each result depends on nothing but its task, so that results are the same, and in the
 * same order, whoever runs them: on the spot, or a host over all its cores.
 */
export interface JobRunner {
  /** Tasks that are under way at a time. */
  readonly lanes: number;
  /**
   * @param onResult what becomes of a result here, told with the number of its task; no more results wait for it than
   * there are lanes
   * @throws what the first failing job threw, the others are given up; StreamError when told to stop
   */
  run<Task, Result, Value>(
    job: Job<Task, Result>,
    tasks: readonly Task[],
    onResult: (result: Result, task: number) => Value | Promise<Value>,
    options: RunOptions,
  ): Promise<Value[]>;
}

/** Runs jobs one after the other where it is called, giving everything else a turn between two of them. */
export const onTheSpot: JobRunner = {
  lanes: 1,
  async run(job, tasks, onResult, { stop, onProgress }) {
    const values = [];
    for (const task of tasks) {
      await firstValueFrom(timer(0));
      if (stop?.aborted) throw stopped(stop.reason);
      values.push(await onResult(await job.work(task), values.length));
      onProgress?.(values.length / tasks.length);
    }
    return values;
  },
};

/** The error of a study that was told to stop. */
export function stopped(cause: unknown): StreamError {
  return new StreamError('stopped before it was done', {
    hint: 'Start it again for the whole result.',
    cause,
  });
}
