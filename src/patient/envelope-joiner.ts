import type { StreamFrame } from './session.js';

/** Joins columns of an envelope to longer ones: the least of minima, the greatest of maxima. */
export class EnvelopeJoiner {
  private readonly extremes: Float32Array;
  private joined = 0;
  private from = 0;
  private next = NaN;

  /**
   * @param rows in turn minima and maxima
   * @param every columns that become one
   * @param samplesPerColumn of those that come
   */
  constructor(
    private readonly rows: number,
    private readonly every: number,
    private readonly samplesPerColumn: number,
  ) {
    this.extremes = new Float32Array(rows);
  }

  /** Take columns; the joined ones that are whole, or undefined where none is. */
  push({ index, length, data }: StreamFrame): StreamFrame | undefined {
    const { rows, every, samplesPerColumn, extremes } = this;
    if (index !== this.next) this.joined = 0;
    this.next = index + length * samplesPerColumn;
    const count = Math.floor((this.joined + length) / every);
    const kept = new Float32Array(rows * count);
    let begins = this.from;
    for (let n = 0, done = 0; n < length; n++) {
      if (this.joined === 0) this.from = index + n * samplesPerColumn;
      for (let row = 0; row < rows; row++) {
        const value = data[row * length + n];
        const better = row % 2 === 0 ? value < extremes[row] : value > extremes[row];
        if (this.joined === 0 || better) extremes[row] = value;
      }
      if (++this.joined < every) continue;
      if (done === 0) begins = this.from;
      for (let row = 0; row < rows; row++) kept[row * count + done] = extremes[row];
      this.joined = 0;
      done++;
    }
    return count > 0 ? { index: begins, channels: rows, length: count, data: kept } : undefined;
  }
}
