/**
 * Median of the newest values: what is typical now, from the first values on, whatever single ones were like. Nothing is
 * allocated by {@link RecentMedian.push}.
 */
export class RecentMedian {
  private readonly values: Float64Array;
  private readonly sorted: Float64Array;
  private count = 0;

  /**
   * @param size how many values count
   * @param least how many there must be before it can be told
   */
  constructor(
    size: number,
    private readonly least = 1,
  ) {
    this.values = new Float64Array(size);
    this.sorted = new Float64Array(size);
  }

  push(value: number): void {
    this.values[this.count++ % this.values.length] = value;
  }

  /** Put another value in place of the newest. */
  replace(value: number): void {
    if (this.count > 0) this.values[(this.count - 1) % this.values.length] = value;
  }

  forget(): void {
    this.count = 0;
  }

  /** The lower of both in the middle where their number is even; NaN before there are enough. */
  get value(): number {
    const { count, values, sorted } = this;
    if (count < this.least) return NaN;
    const known = Math.min(count, values.length);
    sorted.set(values);
    return sorted.subarray(0, known).sort()[(known - 1) >> 1] ?? NaN;
  }
}
