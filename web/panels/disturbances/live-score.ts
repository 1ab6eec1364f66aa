/** Counts how often decisions agree with an intent that has lasted a while. */
export class LiveScore {
  right = 0;
  counted = 0;
  private intent = '';
  private since = 0;

  /** `settleMs` after a change of intent are not counted: people react, filters settle, votes turn. */
  constructor(private readonly settleMs = 700) {}

  add(intent: string, decided: string, nowMs: number): void {
    if (intent !== this.intent) {
      this.intent = intent;
      this.since = nowMs;
    }
    if (nowMs - this.since < this.settleMs) return;
    this.counted++;
    if (intent === decided) this.right++;
  }

  /** Share that was right; NaN before anything was counted. */
  get share(): number {
    return this.counted === 0 ? NaN : this.right / this.counted;
  }

  reset(): void {
    this.right = this.counted = 0;
  }
}
