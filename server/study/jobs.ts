import { evaluateCells, type Cell, type CellsTask } from './evaluate-cells.js';
import { runSession, type SessionResult, type SessionTask } from './stress-session.js';

/** Work that a thread of its own can do: everything it needs is in the task. */
export interface Job<Task, Result> {
  /** Name of the worker's export. */
  readonly name: string;
  readonly work: (task: Task) => Result | Promise<Result>;
}

export const evaluateCellsJob: Job<CellsTask, Cell[]> = { name: 'evaluateCells', work: evaluateCells };
export const runSessionJob: Job<SessionTask, SessionResult> = { name: 'runSession', work: runSession };
