/** Turns voltages into the whole numbers of a converter, and counts those that it cannot hold. */
export class Converter {
  /** Values beyond the range so far; they were sent as its end. */
  clipped = 0;
  private readonly highest: number;

  /**
   * @param bits of the converter, signed
   * @param stepUv µV from one number to the next
   */
  constructor(
    bits: number,
    private stepUv: number,
  ) {
    this.highest = (1 << (bits - 1)) - 1;
  }

  /** Another gain. */
  set step(stepUv: number) {
    this.stepUv = stepUv;
  }

  number(volts: number): number {
    const value = Math.round((volts * 1e6) / this.stepUv);
    if (value > this.highest || value < -this.highest - 1) {
      this.clipped++;
      return value > 0 ? this.highest : -this.highest - 1;
    }
    // Not −0, which some writers of text show.
    return value + 0;
  }

  get notes(): string[] {
    if (this.clipped === 0) return [];
    const mv = Math.round((this.highest * this.stepUv) / 100) / 10;
    return [`${this.clipped} values beyond ±${mv} mV were sent as that`];
  }
}
