import { MyodesisError } from '../../src/ground/signal/errors.js';
import { evaluateCellsJob, runSessionJob, type Job } from './jobs.js';
import type { JobOutcome } from './pool.js';

function guarded<Task, Result>({ work }: Job<Task, Result>): (task: Task) => Promise<JobOutcome<Result>> {
  return async (task) => {
    try {
      return { value: await work(task) };
    } catch (error) {
      if (error instanceof MyodesisError) return { failure: error.toJSON() };
      throw error;
    }
  };
}

/** What a worker thread of a study can run; Piscina calls these by name. */
export const evaluateCells = guarded(evaluateCellsJob);
export const runSession = guarded(runSessionJob);
