import { StreamError } from '../ground/signal/errors.js';
import { realTime, type Clock } from '../pipeline/clock.js';
import { SteppedClock } from '../pipeline/stepped-clock.js';
import type { SessionHost } from './ports.js';

/** What makes time pass in a session: the clock, or whoever steps. */
export class Pace {
  readonly clock: Clock;
  private readonly steps: SteppedClock | undefined;

  constructor({ clock, scheduler, now }: Pick<SessionHost, 'clock' | 'scheduler' | 'now'>) {
    this.steps = clock instanceof SteppedClock ? clock : undefined;
    this.clock = clock instanceof SteppedClock ? clock.clock : (clock ?? realTime({ scheduler, now }));
  }

  /** Whether time passes when told to. */
  get stepped(): boolean {
    return this.steps !== undefined;
  }

  /**
   * Let blocks pass.
   * @throws StreamError where time passes by itself, or the stream does not run
   */
  step(blocks: number): void {
    if (this.steps) return this.steps.step(blocks);
    throw new StreamError('step: this session runs by the clock', {
      hint: 'Make a session whose clock is "stepped".',
    });
  }
}
