import type { SampleBlock } from './sample-block.js';

/**
 * Multichannel ring over absolute sample indices: keeps the newest `capacity` samples of each channel.
 * Nothing is allocated after construction. A gap in the sample index is filled with NaN, so that lost data
 * can be drawn as lost.
 */
export class RingBuffer {
  readonly data: Float32Array;
  /** Absolute index after the newest sample. */
  end = 0;
  /** Absolute index of the oldest sample still held. */
  start = 0;
  private empty = true;

  constructor(
    readonly channels: number,
    readonly capacity: number,
  ) {
    if (!(channels >= 1) || !(capacity >= 1))
      throw new RangeError(
        `RingBuffer: got ${channels} channels × ${capacity} samples, expected at least 1 × 1`,
      );
    this.data = new Float32Array(channels * capacity);
  }

  /** Append a block. A block that starts before `end` restarts the ring at its index. */
  push(block: Pick<SampleBlock, 'index' | 'channels' | 'length' | 'data'>): void {
    if (block.channels !== this.channels)
      throw new RangeError(
        `RingBuffer: got a block of ${block.channels} channels, expected ${this.channels}`,
      );
    if (this.empty || block.index < this.end) {
      this.start = this.end = block.index;
      this.empty = false;
    }
    const gap = Math.min(block.index - this.end, this.capacity);
    if (gap > 0) this.fill(block.index - gap, gap);
    const kept = Math.min(block.length, this.capacity);
    const skipped = block.length - kept;
    const at = (block.index + skipped) % this.capacity;
    const head = Math.min(kept, this.capacity - at);
    for (let c = 0; c < this.channels; c++) {
      const from = c * block.length + skipped;
      const to = c * this.capacity;
      this.data.set(block.data.subarray(from, from + head), to + at);
      if (head < kept) this.data.set(block.data.subarray(from + head, from + kept), to);
    }
    this.end = block.index + block.length;
    this.start = Math.max(this.start, this.end - this.capacity);
  }

  /** Sample of a channel at an absolute index; NaN outside what is held. */
  at(channel: number, index: number): number {
    if (index < this.start || index >= this.end) return NaN;
    return this.data[channel * this.capacity + (index % this.capacity)] as number;
  }

  /** Copy `length` samples per channel from absolute index `index` into `out`, channel-major. */
  read(index: number, length: number, out: Float32Array | Float64Array): void {
    if (index < this.start || index + length > this.end)
      throw new RangeError(
        `RingBuffer: got [${index}, ${index + length}), expected a range within [${this.start}, ${this.end})`,
      );
    const at = index % this.capacity;
    const head = Math.min(length, this.capacity - at);
    for (let c = 0; c < this.channels; c++) {
      const from = c * this.capacity;
      out.set(this.data.subarray(from + at, from + at + head), c * length);
      if (head < length) out.set(this.data.subarray(from, from + length - head), c * length + head);
    }
  }

  /** Forget everything; what comes next may have any index. */
  clear(): void {
    this.empty = true;
    this.start = this.end = 0;
  }

  private fill(index: number, length: number): void {
    for (let i = 0; i < length; i++) {
      const at = (index + i) % this.capacity;
      for (let c = 0; c < this.channels; c++) this.data[c * this.capacity + at] = NaN;
    }
  }
}
