/**
 * Velocity ramp (Simon et al. 2011, as in BioPatRec): every class has a counter, +1 with each decision for it up
 * to the ramp's length, −downCount with each other decision down to 0; the gain is counter over length. A stray
 * decision thus moves the joint hardly at all.
 */
export class VelocityRamp {
  private readonly counters: Int32Array;

  /** @param length decisions until full speed; 0 is off (gain 1) */
  constructor(
    private readonly length: number,
    private readonly downCount: number,
    classes: number,
  ) {
    this.counters = new Int32Array(classes);
  }

  /** Gain 0 … 1 for the decided class; −1 (rest) counts every class down. */
  push(decision: number): number {
    const { counters, length, downCount } = this;
    if (length === 0) return 1;
    for (let k = 0; k < counters.length; k++)
      counters[k] = k === decision ? Math.min(length, counters[k] + 1) : Math.max(0, counters[k] - downCount);
    return decision < 0 ? 0 : counters[decision] / length;
  }

  /** Back to the start of a stream. */
  reset(): void {
    this.counters.fill(0);
  }
}
