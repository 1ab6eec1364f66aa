import type { Json } from '../../data/is-record.js';
import { LiveScore } from './live-score.js';

/** Accuracy without one dial. */
export interface DialResult {
  /** Field of the disturbances that was at nought; undefined for the stretch with all as set. */
  readonly dial: string | undefined;
  /** What it is otherwise set to. */
  readonly value: number;
  readonly share: number;
  readonly counted: number;
}

/** Time after a change in which nothing is counted, seconds: the change travels and templates cross-fade. */
const CHANGE_S = 1.5;

/**
 * Plays stretches one after the other: all dials as set, then each in turn at nought with the others as set,
 * and counts how often decisions agree with a settled intent. Time is signal time, so that a slow page does not
 * shorten a stretch.
 */
export class DialComparison {
  readonly results: DialResult[] = [];
  private readonly score = new LiveScore();
  private startedAt = NaN;

  /**
   * @param running the settings as they are
   * @param quiet the same with every size at nought
   * @param dials sizes to try
   */
  constructor(
    private readonly running: Json,
    private readonly quiet: Json,
    readonly dials: readonly string[],
    readonly seconds: number,
  ) {}

  /** Stretches in all, and the one under way from 0. */
  get total(): number {
    return this.dials.length + 1;
  }

  get current(): number {
    return this.results.length;
  }

  get done(): boolean {
    return this.current >= this.total;
  }

  /** Dial of the stretch under way. */
  get dial(): string | undefined {
    return this.current === 0 ? undefined : this.dials[this.current - 1];
  }

  /** Settings of the stretch under way; the original ones when all are done. */
  settings(): Json {
    if (this.done) return this.running;
    const { dial } = this;
    return dial === undefined ? this.running : { ...this.running, [dial]: this.quiet[dial] };
  }

  /** Take a decision at a time of the signal, in seconds. True when the stretch ended: put `settings` in force. */
  add(intent: string, decided: string, atSeconds: number): boolean {
    if (this.done) return false;
    if (Number.isNaN(this.startedAt)) this.startedAt = atSeconds;
    const since = atSeconds - this.startedAt - CHANGE_S;
    if (since < 0) return false;
    if (since <= this.seconds) {
      this.score.add(intent, decided, atSeconds * 1000);
      return false;
    }
    const { dial } = this;
    const value = dial === undefined ? 0 : this.running[dial];
    const { share, counted } = this.score;
    this.results.push({ dial, value: typeof value === 'number' ? value : 0, share, counted });
    this.score.reset();
    this.startedAt = NaN;
    return true;
  }
}
