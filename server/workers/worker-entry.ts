import type { MessagePort } from 'node:worker_threads';
import { outcomeOf, type Outcome } from '../../src/patient/outcome.js';
import * as tasks from '../../src/patient/workshop-tasks.js';
import { loadClassifierModule } from '../outside/classifier-module.js';

/** A task as it is posted to a thread. */
export interface Posted<Task> {
  readonly task: Task;
  /** Told the share done, where somebody wants to know. */
  readonly progress?: MessagePort;
}

function guarded<Task, Value>(
  work: (task: Task, host: tasks.TaskHost) => Value | Promise<Value>,
): (posted: Posted<Task>) => Promise<Outcome<Value>> {
  return ({ task, progress }) => {
    const onProgress = (share: number): void => progress?.postMessage(share);
    return outcomeOf(() => work(task, { loadClassifier, onProgress }));
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
