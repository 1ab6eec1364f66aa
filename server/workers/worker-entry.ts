import type { MessagePort } from 'node:worker_threads';
import { MyodesisError } from '../../src/ground/signal/errors.js';
import * as tasks from '../../src/patient/workshop-tasks.js';
import { loadClassifierModule } from '../outside/classifier-module.js';

/** What a task in a worker thread comes back with. Structured clone would strip our errors of their hints. */
export type Outcome<T> = { readonly value: T } | { readonly failure: ReturnType<MyodesisError['toJSON']> };

/** A task as it is posted to a thread. */
export interface Posted<Task> {
  readonly task: Task;
  /** Told the share done, where somebody wants to know. */
  readonly progress?: MessagePort;
}

function guarded<Task, Value>(
  work: (task: Task, host: tasks.TaskHost) => Value | Promise<Value>,
): (posted: Posted<Task>) => Promise<Outcome<Value>> {
  return async ({ task, progress }) => {
    const onProgress = (share: number): void => progress?.postMessage(share);
    try {
      return { value: await work(task, { loadClassifier, onProgress }) };
    } catch (error) {
      if (error instanceof MyodesisError) return { failure: error.toJSON() };
      throw error;
    }
  };
}

async function loadClassifier(module: string): ReturnType<tasks.TaskHost['loadClassifier']> {
  return (await loadClassifierModule(module)).create;
}

/** What a worker thread of the workshop can run; Piscina calls these by name. */
export const deriveFresh = guarded(tasks.deriveFresh);
export const deriveRequested = guarded(tasks.deriveRequested);
export const runCalibration = guarded(tasks.runCalibration);
export const runTraining = guarded(tasks.runTraining);
