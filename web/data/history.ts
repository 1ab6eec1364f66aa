import type { Path } from './scenario-path.js';

/** One change of one dial. */
export interface Change {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

/** Undo and redo of dials. Turning one dial without a pause counts as one change. */
export class History {
  private done: (Change & { time: number })[] = [];
  private undone: Change[] = [];

  constructor(
    private readonly now: () => number = () => Date.now(),
    private readonly pauseMs = 900,
  ) {}

  record(change: Change): void {
    const time = this.now();
    const last = this.done.at(-1);
    const continues =
      last !== undefined &&
      this.undone.length === 0 &&
      time - last.time < this.pauseMs &&
      last.path.join('.') === change.path.join('.');
    if (continues) this.done[this.done.length - 1] = { ...change, before: last.before, time };
    else this.done.push({ ...change, time });
    this.undone = [];
    if (this.done.length > 200) this.done.shift();
  }

  undo(): Change | undefined {
    const last = this.done.pop();
    if (last) this.undone.push(last);
    return last && { path: last.path, before: last.after, after: last.before };
  }

  redo(): Change | undefined {
    const next = this.undone.pop();
    if (next) this.done.push({ ...next, time: 0 });
    return next;
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }
}
