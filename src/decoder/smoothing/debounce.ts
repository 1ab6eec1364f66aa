/** A new decision is believed only once it came N times in a row; until then the old one stays. */
export class Debounce {
  private current: number;
  private candidate: number;
  private count = 0;

  /**
   * @param decisions N, at least 1; 1 passes decisions through
   * @param initial decision believed at the start
   */
  constructor(
    private readonly decisions: number,
    private readonly initial: number,
  ) {
    this.current = this.candidate = initial;
  }

  /** Decide anew: the class that lasted long enough. */
  push(decision: number): number {
    this.count = decision === this.candidate ? this.count + 1 : 1;
    this.candidate = decision;
    if (this.count >= this.decisions) this.current = decision;
    return this.current;
  }

  /** Back to the start of a stream. */
  reset(): void {
    this.current = this.candidate = this.initial;
    this.count = 0;
  }
}
