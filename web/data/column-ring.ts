/** The newest columns of a slow stream (decisions, features, joints), each with its sample index. */
export class ColumnRing {
  private readonly data: Float32Array;
  private readonly indices: Float64Array;
  /** Columns ever pushed. */
  count = 0;

  constructor(
    readonly rows: number,
    readonly capacity: number,
  ) {
    this.data = new Float32Array(rows * capacity);
    this.indices = new Float64Array(capacity);
  }

  /** Append the columns of a row-major frame; `stride` samples lie between columns. */
  push(frame: { channels: number; length: number; index: number; data: Float32Array }, stride: number): void {
    if (frame.channels !== this.rows) return;
    for (let column = 0; column < frame.length; column++) {
      const slot = this.count++ % this.capacity;
      this.indices[slot] = frame.index + column * stride;
      for (let row = 0; row < this.rows; row++)
        this.data[slot * this.rows + row] = frame.data[row * frame.length + column] as number;
    }
  }

  /** Columns still held. */
  get held(): number {
    return Math.min(this.count, this.capacity);
  }

  /** View of a column, `back` columns before the newest (0 = newest). */
  column(back = 0): Float32Array | undefined {
    if (back >= this.held) return undefined;
    const slot = (this.count - 1 - back) % this.capacity;
    return this.data.subarray(slot * this.rows, (slot + 1) * this.rows);
  }

  /** Sample index of that column. */
  indexOf(back = 0): number {
    return back < this.held ? (this.indices[(this.count - 1 - back) % this.capacity] as number) : NaN;
  }
}
