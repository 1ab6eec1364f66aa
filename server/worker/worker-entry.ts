import { MyodesisError } from '../../src/ground/signal/errors.js';
import * as tasks from './tasks.js';

/** What a task in a worker thread comes back with. Structured clone would strip our errors of their hints. */
export type Outcome<T> = { readonly value: T } | { readonly failure: ReturnType<MyodesisError['toJSON']> };

function guarded<Task, Value>(
  work: (task: Task) => Value | Promise<Value>,
): (task: Task) => Promise<Outcome<Value>> {
  return async (task) => {
    try {
      return { value: await work(task) };
    } catch (error) {
      if (error instanceof MyodesisError) return { failure: error.toJSON() };
      throw error;
    }
  };
}

/** What a worker thread of the workshop can run; Piscina calls these by name. */
export const deriveFresh = guarded(tasks.deriveFresh);
export const deriveTemplates = guarded(tasks.deriveTemplates);
export const runCalibration = guarded(tasks.runCalibration);
export const runTraining = guarded(tasks.runTraining);
