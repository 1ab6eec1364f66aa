import { square } from '../../ground/math/real.js';

/** How one target was reached, or not. */
export interface Acquisition {
  readonly completed: boolean;
  /** From the start to the end of the dwell, or to the limit. */
  readonly seconds: number;
  /** The same without the dwell; NaN where not completed. */
  readonly movementSeconds: number;
  /** Times the target was left again after it had been entered. */
  readonly overshoots: number;
  /** Straight distance over distance travelled, at most 1; NaN where nothing moved. */
  readonly pathEfficiency: number;
  /** Distance travelled within the target while dwelling; NaN where not completed. */
  readonly stoppingDistance: number;
  /** Straight distance from the start to the target's centre. */
  readonly distance: number;
}

export interface AcquisitionOptions {
  readonly target: readonly number[];
  /** Whether a position lies within the target. */
  readonly inside: (position: readonly number[]) => boolean;
  readonly dwellSeconds: number;
  readonly limitSeconds: number;
}

/**
 * Reaching for one target and staying in it: shared by TAC and Fitts' test. It is told time and position; the first
 * call is the start.
 */
export class TargetAcquisition {
  private start: readonly number[] | undefined;
  private startSeconds = 0;
  private last: readonly number[] = [];
  private travelled = 0;
  private entered = NaN;
  private travelledAtEntry = 0;
  private overshoots = 0;

  constructor(private readonly options: AcquisitionOptions) {}

  /** Seconds spent in the target so far, without leaving it. */
  dwelled(seconds: number): number {
    return Number.isNaN(this.entered) ? 0 : seconds - this.entered;
  }

  elapsed(seconds: number): number {
    return this.start ? seconds - this.startSeconds : 0;
  }

  /** @returns the outcome once there is one */
  update(seconds: number, position: readonly number[]): Acquisition | undefined {
    const { inside, dwellSeconds, limitSeconds } = this.options;
    if (!this.start) {
      this.start = [...position];
      this.startSeconds = seconds;
    } else this.travelled += distanceBetween(this.last, position);
    this.last = [...position];
    if (inside(position)) {
      if (Number.isNaN(this.entered)) {
        this.entered = seconds;
        this.travelledAtEntry = this.travelled;
      }
      if (seconds - this.entered >= dwellSeconds) return this.outcome(seconds, true);
    } else if (!Number.isNaN(this.entered)) {
      this.entered = NaN;
      this.overshoots++;
    }
    return seconds - this.startSeconds >= limitSeconds ? this.outcome(seconds, false) : undefined;
  }

  private outcome(seconds: number, completed: boolean): Acquisition {
    const start = this.start ?? this.last;
    const reached = distanceBetween(start, this.last);
    return {
      completed,
      seconds: seconds - this.startSeconds,
      movementSeconds: completed ? this.entered - this.startSeconds : NaN,
      overshoots: this.overshoots,
      pathEfficiency: this.travelled > 0 ? Math.min(1, reached / this.travelled) : NaN,
      stoppingDistance: completed ? this.travelled - this.travelledAtEntry : NaN,
      distance: distanceBetween(start, this.options.target),
    };
  }
}

/** Euclidean distance. */
export function distanceBetween(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + square(value - b[i]), 0));
}
