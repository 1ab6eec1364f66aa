import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { Feed } from './arrival.js';

/** Signal that may be ahead of time, and that may wait before its sender is held up, in seconds. */
const AHEAD_S = 0.2;
const WAITING_S = 1;

/**
 * Lets blocks go no faster than they were sampled, where a sender that can be made to wait gives more: a file that is
 * piped in plays in real time.
 */
export class Paced {
  private readonly waiting: SampleBlock[] = [];
  private fromMs = NaN;
  private fromIndex = 0;
  private holding = false;
  private told = false;
  private over = false;

  constructor(
    private readonly flow: Feed['flow'],
    private readonly to: {
      block(block: SampleBlock): void;
      holds(held: boolean): void;
      note(text: string): void;
      done(): void;
    },
    private readonly now: () => number,
  ) {}

  push(block: SampleBlock): void {
    if (!this.flow) return this.to.block(block);
    this.waiting.push(block);
    this.tick();
  }

  /** The sender has ended: what waits goes out in its time, then it is done. */
  end(): void {
    this.over = true;
    this.tick();
  }

  /** Time goes by: what is due goes out. */
  tick(): void {
    const nowMs = this.now();
    for (let next = this.waiting[0]; next && this.isDue(next, nowMs); next = this.waiting[0]) {
      this.waiting.shift();
      this.to.block(next);
    }
    if (this.over && this.waiting.length === 0) {
      this.over = false;
      this.to.done();
    }
    this.hold();
  }

  private isDue({ index, sampleRateHz }: SampleBlock, nowMs: number): boolean {
    const dueMs = this.fromMs + (1000 * (index - this.fromIndex)) / sampleRateHz - 1000 * AHEAD_S;
    // What comes late is no reason to hurry later on.
    if (dueMs >= nowMs - 1000 * AHEAD_S) return dueMs <= nowMs;
    this.fromMs = nowMs;
    this.fromIndex = index;
    return true;
  }

  private hold(): void {
    const [first] = this.waiting;
    const last = this.waiting.at(-1);
    const waitingS = first && last ? (last.index + last.length - first.index) / last.sampleRateHz : 0;
    const hold = waitingS > WAITING_S;
    if (hold === this.holding || (this.holding && waitingS > WAITING_S / 2)) return;
    this.holding = hold;
    this.to.holds(hold);
    if (hold) this.flow?.pause();
    else this.flow?.resume();
    if (!hold || this.told) return;
    this.told = true;
    this.to.note('the signal comes faster than its rate: it is played in real time, and its sender waits');
  }
}
