import { RecentMedian } from '../../src/ground/math/recent-median.js';

/** Frames that come one right after the other were sent together, or waited together for a busy page. */
const TOGETHER_MS = 2;
/** Such lots that count, about a second, and how many there must be before a delay is told. */
const LOTS = 50;
const LEAST = 5;
/** Clocks that are further apart than this measure nothing. */
const MOST_MS = 5000;

/**
 * How long frames take from the patient to this page. Frames that waited while the page was busy, as all do while it
 * begins, say nothing of the way: of a lot that comes at once the last counts, and of the lots of a second the median.
 */
export class TransportDelay {
  private readonly lots = new RecentMedian(LOTS, LEAST);
  private last = -Infinity;
  private least = Infinity;

  /**
   * A frame has come.
   * @param sentAt when it was sent, milliseconds since the epoch
   * @param now the same moment here
   */
  came(sentAt: number, now: number): void {
    const delay = now - sentAt;
    const together = now - this.last <= TOGETHER_MS;
    this.last = now;
    if (!(delay >= 0 && delay < MOST_MS)) return;
    if (together && this.least < Infinity) {
      this.least = Math.min(this.least, delay);
      this.lots.replace(this.least);
      return;
    }
    this.least = delay;
    this.lots.push(delay);
  }

  /** Measure anew: the way is another, or nobody looked. */
  forget(): void {
    this.lots.forget();
    this.last = -Infinity;
    this.least = Infinity;
  }

  /** In milliseconds; NaN before it was measured. */
  get ms(): number {
    return this.lots.value;
  }
}
