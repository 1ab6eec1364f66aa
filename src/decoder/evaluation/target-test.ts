import { TargetAcquisition, type Acquisition } from './target-acquisition.js';

/** Where a row of targets stands. */
export interface TargetTestState<T> {
  readonly phase: 'pause' | 'reach' | 'done';
  /** Target to reach now, or next; undefined when done. */
  readonly target: T | undefined;
  readonly trial: number;
  readonly trials: number;
  /** True in the update in which a trial begins: the position may be reset before the next one. */
  readonly begins: boolean;
  readonly inside: boolean;
  /** Share of the dwell done, 0 … 1. */
  readonly dwell: number;
  readonly secondsLeft: number;
}

/** How a target of this test is judged. */
export interface TargetRules<T> {
  readonly dwellSeconds: number;
  readonly limitSeconds: number;
  readonly pauseSeconds: number;
  readonly centre: (target: T) => readonly number[];
  readonly inside: (target: T, position: readonly number[]) => boolean;
}

/**
 * A row of targets, one after another with a pause between. A state machine without a clock: it is told time and
 * position. After the pause one update begins the trial (`begins`), the next one is its start, so that whoever
 * drives the test can put the position back in between.
 */
export class TargetTest<T> {
  readonly outcomes: { readonly target: T; readonly acquisition: Acquisition }[] = [];
  private phase: 'pause' | 'reach' = 'pause';
  private phaseStart = NaN;
  private current: TargetAcquisition | undefined;

  constructor(
    private readonly targets: readonly T[],
    private readonly rules: TargetRules<T>,
  ) {}

  /** @param seconds time, not falling */
  update(seconds: number, position: readonly number[]): TargetTestState<T> {
    if (Number.isNaN(this.phaseStart)) this.phaseStart = seconds;
    const target = this.targets[this.outcomes.length];
    let begins = false;
    if (target !== undefined) {
      if (this.phase === 'pause') begins = this.waitForTarget(seconds, target);
      else this.reach(seconds, position, target);
    }
    return this.state(seconds, position, begins);
  }

  private state(seconds: number, position: readonly number[], begins: boolean): TargetTestState<T> {
    const { dwellSeconds, limitSeconds, pauseSeconds } = this.rules;
    const trial = this.outcomes.length;
    const target = this.targets[trial];
    const left =
      this.phase === 'pause'
        ? this.phaseStart + pauseSeconds - seconds
        : limitSeconds - (this.current?.elapsed(seconds) ?? 0);
    return {
      phase: target === undefined ? 'done' : this.phase,
      target,
      trial,
      trials: this.targets.length,
      begins,
      inside: target !== undefined && this.phase === 'reach' && this.rules.inside(target, position),
      dwell: this.current ? Math.min(1, this.current.dwelled(seconds) / Math.max(dwellSeconds, 1e-9)) : 0,
      secondsLeft: target === undefined ? 0 : Math.max(0, left),
    };
  }

  private waitForTarget(seconds: number, target: T): boolean {
    const { pauseSeconds, dwellSeconds, limitSeconds, centre, inside } = this.rules;
    if (seconds - this.phaseStart < pauseSeconds) return false;
    this.phase = 'reach';
    this.current = new TargetAcquisition({
      target: centre(target),
      inside: (position) => inside(target, position),
      dwellSeconds,
      limitSeconds,
    });
    return true;
  }

  private reach(seconds: number, position: readonly number[], target: T): void {
    const acquisition = this.current?.update(seconds, position);
    if (!acquisition) return;
    this.outcomes.push({ target, acquisition });
    this.current = undefined;
    this.phase = 'pause';
    this.phaseStart = seconds;
  }
}
