/**
 * Token bucket: lets `burst` through at once and `perSecond` in the long run.
 * Time is given by the caller, in milliseconds.
 */
export class RateLimit {
  private tokens: number;
  private last: number | undefined;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {
    this.tokens = burst;
  }

  /** Whether one more may pass now. */
  take(nowMs: number): boolean {
    const elapsed = this.last === undefined ? 0 : Math.max(0, nowMs - this.last);
    this.last = nowMs;
    this.tokens = Math.min(this.burst, this.tokens + (elapsed * this.perSecond) / 1000);
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }
}
