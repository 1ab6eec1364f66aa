/** Blocks after which the first guess has been put right; until then it is replaced by any better one. */
const SETTLING_BLOCKS = 50;
/** Share of an error that is put right at once: no sample comes before it was taken, so what is early is sure. */
const [EARLY_SHARE, LATE_SHARE] = [0.3, 0.001];
/** Sampling intervals by which one block may be moved against the one before: less than one keeps stamps ascending. */
const [MOST_EARLY, MOST_LATE] = [0.9, 0.25];
/** Seconds beyond which nothing is smoothed. */
const JUMP_S = 0.25;
/** Blocks that must all be so late: a machine that is busy for a moment hands on late what was sampled in time. */
const PATIENCE_BLOCKS = 50;

/** When the samples of a stream were taken, by the clock of whoever asks: evenly, though blocks come unevenly. */
export class SampleTimes {
  /** When sample 0 was taken, or would have been; undefined before the first block and after a pause. */
  private origin: number | undefined;
  private blocks = 0;
  /** How late the blocks of late were, each of them more than a jump. */
  private late: number[] = [];

  constructor(readonly sampleRateHz: number) {}

  /** The stream was paused: when its next sample is taken says nothing of those before. */
  pause(): void {
    this.origin = undefined;
  }

  /**
   * A block has come.
   * @param end absolute index of the sample after its last one
   * @param now when it came, in seconds
   */
  follow(end: number, now: number): void {
    const origin = now - end / this.sampleRateHz;
    const late = origin - (this.origin ?? origin);
    if (late > JUMP_S) this.late.push(late);
    else this.late = [];
    const isEarly = late < -JUMP_S || (late < 0 && this.blocks < SETTLING_BLOCKS);
    if (this.origin === undefined || isEarly) {
      if (this.origin === undefined || late < -JUMP_S) this.blocks = 0;
      this.origin = origin;
    } else if (this.late.length === 0) {
      const interval = 1 / this.sampleRateHz;
      this.origin +=
        late < 0
          ? Math.max(-MOST_EARLY * interval, late * EARLY_SHARE)
          : Math.min(MOST_LATE * interval, late * LATE_SHARE);
    } else if (this.late.length >= PATIENCE_BLOCKS) {
      this.origin += Math.min(...this.late);
      this.late = [];
    }
    this.blocks++;
  }

  /** When a sample was taken, in seconds; undefined before the first block. */
  of(index: number): number | undefined {
    return this.origin === undefined ? undefined : this.origin + index / this.sampleRateHz;
  }
}
