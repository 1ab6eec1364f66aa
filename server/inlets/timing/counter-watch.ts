/** Rows from which the sender's way of counting is learned. */
const LEARNED_FROM = 64;
/** Share of the steps that must be alike for the counter to be believed. */
const ALIKE = 0.9;
/** A counter wraps from near its end; one that falls from elsewhere begins anew. */
const NEARLY = 0.9;

/**
 * Counts rows that never came by the number that a sender gives each row. How it counts (by ones or by twos, up to
 * what) is learned from the first rows; one that follows no rule is not believed.
 */
export class CounterWatch {
  private readonly steps = new Map<number, number>();
  private seen = 0;
  private last = NaN;
  private highest = -Infinity;
  /** Step from row to row; NaN until learned, 0 where there is no rule. */
  private step = NaN;

  /** Whether the counter is understood, so that nothing else need be asked. */
  get believed(): boolean {
    return this.step > 0;
  }

  /** Rows after which it is at the same number again. */
  get turn(): number {
    return this.span() / this.step;
  }

  /** Take the number of the next row. @returns rows missing before it */
  before(counter: number): number {
    const { last } = this;
    this.last = counter;
    if (Number.isNaN(counter) || Number.isNaN(last)) return 0;
    this.highest = Math.max(this.highest, last, counter);
    if (Number.isNaN(this.step)) this.learn(counter - last);
    if (!(this.step > 0) || counter - last === this.step) return 0;
    const span = this.span();
    const wrapped = counter < last && this.highest >= NEARLY * span;
    const ahead = counter - last + (wrapped ? span : 0);
    // A number that was there before is sent twice, or counted anew.
    const missing = Math.round(ahead / this.step) - 1;
    return ahead > 0 && missing > 0 ? missing : 0;
  }

  private learn(step: number): void {
    this.steps.set(step, (this.steps.get(step) ?? 0) + 1);
    if (++this.seen < LEARNED_FROM) return;
    const [usual, count] = [...this.steps].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    this.step = usual > 0 && count >= ALIKE * this.seen ? usual : 0;
  }

  /** Counters wrap at a power of two: the smallest above what was seen. */
  private span(): number {
    return 2 ** Math.ceil(Math.log2(this.highest + 1));
  }
}
