/**
 * One-euro filter (Casiez, Roussel & Vogel 2012): a first-order low-pass whose corner rises with speed, calm at
 * standstill and quick when it matters. Made for the outputs of regressors.
 */
export class OneEuroFilter {
  private value = NaN;
  private slope = 0;

  /**
   * @param minCutoffHz corner at standstill; 0 passes values through
   * @param beta corner gained per unit of speed
   * @param slopeCutoffHz corner of the low-pass on the speed, 1 Hz in the paper
   */
  constructor(
    private readonly minCutoffHz: number,
    private readonly beta: number,
    private readonly slopeCutoffHz = 1,
  ) {}

  /**
   * Steady one value.
   * @param dtSeconds time since the last value
   */
  push(value: number, dtSeconds: number): number {
    if (this.minCutoffHz === 0) return value;
    if (Number.isNaN(this.value)) return (this.value = value);
    const slope = (value - this.value) / dtSeconds;
    this.slope += smoothing(this.slopeCutoffHz, dtSeconds) * (slope - this.slope);
    const cutoff = this.minCutoffHz + this.beta * Math.abs(this.slope);
    return (this.value += smoothing(cutoff, dtSeconds) * (value - this.value));
  }

  /** Back to the start of a stream. */
  reset(): void {
    this.value = NaN;
    this.slope = 0;
  }
}

function smoothing(cutoffHz: number, dtSeconds: number): number {
  return 1 / (1 + 1 / (2 * Math.PI * cutoffHz * dtSeconds));
}
