/** Blocks after which the first guess has been put right; until then it is replaced by any better one. */
const SETTLING_BLOCKS = 25;
/** Share of an error that is put right at once: no sample comes before it was taken, so what is early is sure. */
const [EARLY_SHARE, LATE_SHARE] = [0.3, 0.001];
/** Sampling intervals by which one block may be moved against the one before. */
const MOST_MOVED = 0.25;
/** Seconds beyond which nothing is smoothed: the stream was paused, or whoever makes it was stopped. */
const JUMP_S = 0.25;

/** When the samples of a stream were taken, by the clock of whoever asks: evenly, though blocks come unevenly. */
export class SampleTimes {
  /** When sample 0 was taken, or would have been; undefined before the first block. */
  private origin: number | undefined;
  private blocks = 0;

  constructor(readonly sampleRateHz: number) {}

  /**
   * A block has come.
   * @param end absolute index of the sample after its last one
   * @param now when it came, in seconds
   */
  follow(end: number, now: number): void {
    const origin = now - end / this.sampleRateHz;
    const late = origin - (this.origin ?? origin);
    const isJump = Math.abs(late) > JUMP_S;
    this.blocks = isJump ? 0 : this.blocks + 1;
    if (this.origin === undefined || isJump || (late < 0 && this.blocks < SETTLING_BLOCKS))
      this.origin = origin;
    else {
      const most = MOST_MOVED / this.sampleRateHz;
      const moved = late * (late < 0 ? EARLY_SHARE : LATE_SHARE);
      this.origin += Math.max(-most, Math.min(most, moved));
    }
  }

  /** When a sample was taken, in seconds; undefined before the first block. */
  of(index: number): number | undefined {
    return this.origin === undefined ? undefined : this.origin + index / this.sampleRateHz;
  }
}
