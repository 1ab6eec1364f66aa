import type { MovementId } from '../../ground/movement/movement.js';
import { mean, trialOrder } from './trial-order.js';

/** Options of {@link MotionTest}. */
export interface MotionTestOptions {
  /** Movements asked for; rest is not one of them. */
  readonly movements: readonly MovementId[];
  /** Default 2. */
  readonly repetitions?: number;
  /** Right decisions that complete a motion; default 20. */
  readonly neededCorrect?: number;
  /** Time for one motion; default 10 s. */
  readonly limitSeconds?: number;
  /** Rest before each motion; default 3 s. */
  readonly restSeconds?: number;
  /** Of the order of the motions; default 1. */
  readonly seed?: number;
}

/** Outcome of one motion. */
export interface MotionTrial {
  readonly movement: MovementId;
  readonly completed: boolean;
  /** First decision that was not rest to first right one, seconds; NaN where there was none. */
  readonly selectionSeconds: number;
  /** First decision that was not rest to the last needed right one, seconds; NaN where not completed. */
  readonly completionSeconds: number;
  /** Share of right decisions from the first that was not rest on; 0 where there was none. */
  readonly accuracy: number;
}

export interface MotionTestState {
  readonly phase: 'rest' | 'motion' | 'done';
  /** Movement to make now; `rest` between motions. */
  readonly prompt: MovementId;
  /** Movement that is asked for now or next. */
  readonly next: MovementId | undefined;
  readonly trial: number;
  readonly trials: number;
  readonly correct: number;
  readonly secondsLeft: number;
}

export interface MotionTestResult {
  readonly trials: readonly MotionTrial[];
  /** Share of motions completed in time. */
  readonly completionRate: number;
  /** Means over the motions that have a value. */
  readonly selectionSeconds: number;
  readonly completionSeconds: number;
  readonly accuracy: number;
}

/**
 * Motion Test (Kuiken et al. 2009; Ortiz-Catalan et al. 2013): a motion is shown, and is complete after 20 right
 * decisions. A state machine without a clock: it is told the time with every decision.
 */
export class MotionTest {
  private readonly order: readonly MovementId[];
  private readonly needed: number;
  private readonly limit: number;
  private readonly rest: number;
  private readonly done: MotionTrial[] = [];
  private phaseStart = NaN;
  private phase: 'rest' | 'motion' = 'rest';
  private firstMove = NaN;
  private firstRight = NaN;
  private right = 0;
  private decisions = 0;

  constructor(options: MotionTestOptions) {
    const { movements, repetitions = 2, seed = 1 } = options;
    this.order = trialOrder(movements, repetitions, seed, 'motion-test');
    this.needed = options.neededCorrect ?? 20;
    this.limit = options.limitSeconds ?? 10;
    this.rest = options.restSeconds ?? 3;
  }

  /**
   * Take the next decision.
   * @param seconds time, not falling
   * @param decided movement decided
   */
  update(seconds: number, decided: MovementId): MotionTestState {
    if (Number.isNaN(this.phaseStart)) this.phaseStart = seconds;
    if (this.done.length < this.order.length) {
      if (this.phase === 'rest') this.waitForMotion(seconds);
      else this.count(seconds, decided);
    }
    return this.state(seconds);
  }

  /** Where the test stands at a time. */
  state(seconds: number): MotionTestState {
    const trial = this.done.length;
    const finished = trial >= this.order.length;
    const next = this.order[trial];
    const length = this.phase === 'rest' ? this.rest : this.limit;
    return {
      phase: finished ? 'done' : this.phase,
      prompt: finished || this.phase === 'rest' ? 'rest' : next,
      next,
      trial,
      trials: this.order.length,
      correct: this.right,
      secondsLeft: finished
        ? 0
        : Math.max(0, Number.isNaN(this.phaseStart) ? length : this.phaseStart + length - seconds),
    };
  }

  get result(): MotionTestResult {
    const { done } = this;
    const known = (values: readonly number[]): number => mean(values.filter((value) => !Number.isNaN(value)));
    return {
      trials: [...done],
      completionRate: done.length > 0 ? done.filter(({ completed }) => completed).length / done.length : NaN,
      selectionSeconds: known(done.map(({ selectionSeconds }) => selectionSeconds)),
      completionSeconds: known(done.map(({ completionSeconds }) => completionSeconds)),
      accuracy: mean(done.map(({ accuracy }) => accuracy)),
    };
  }

  private waitForMotion(seconds: number): void {
    if (seconds - this.phaseStart < this.rest) return;
    this.phase = 'motion';
    this.phaseStart = seconds;
    this.firstMove = this.firstRight = NaN;
    this.right = this.decisions = 0;
  }

  private count(seconds: number, decided: MovementId): void {
    const movement = this.order[this.done.length];
    if (seconds - this.phaseStart > this.limit) {
      this.finish(seconds, false);
      return;
    }
    if (Number.isNaN(this.firstMove) && decided === 'rest') return;
    if (Number.isNaN(this.firstMove)) this.firstMove = seconds;
    this.decisions++;
    if (decided !== movement) return;
    if (Number.isNaN(this.firstRight)) this.firstRight = seconds;
    if (++this.right >= this.needed) this.finish(seconds, true);
  }

  private finish(seconds: number, completed: boolean): void {
    this.done.push({
      movement: this.order[this.done.length],
      completed,
      selectionSeconds: this.firstRight - this.firstMove,
      completionSeconds: completed ? seconds - this.firstMove : NaN,
      accuracy: this.decisions > 0 ? this.right / this.decisions : 0,
    });
    this.phase = 'rest';
    this.phaseStart = seconds;
  }
}
