import { kaiserSinc } from './resample.js';
import type { SampleBlock } from './sample-block.js';

/** Samples of the new rate on each side of a sample that take part in it. */
const REACH = 16;
/** Corner, as share of the new rate: with this reach, half the rate is 80 dB down. */
const CORNER = 0.42;

/** Columns of a decimated signal, as frames have them. */
type Columns = Pick<SampleBlock, 'index' | 'channels' | 'length' | 'data'>;

/**
 * Keeps every n-th sample of a running signal, after taking away what the lower rate cannot carry: half the new rate is
 * 80 dB down, a third of it whole. Samples that are kept lie at multiples of n, whatever the blocks; each is that of its
 * own index (the filter has no delay), and comes {@link REACH} samples of the new rate later. A gap begins anew.
 */
export class Decimator {
  private readonly half: number;
  private readonly kernel: Float64Array;
  /** What is remembered of each channel: samples from `from` to `next`, one row of `capacity` each. */
  private past = new Float32Array(0);
  private capacity = 0;
  private from = 0;
  private next = NaN;
  /** Index of the next sample to keep. */
  private due = 0;

  /** @param every at least 2 */
  constructor(
    private readonly channels: number,
    private readonly every: number,
  ) {
    this.half = REACH * every;
    this.kernel = kaiserSinc(this.half, CORNER / every);
  }

  /** Take a block; the samples that can be told now, or undefined where there are none. */
  push(block: Columns): Columns | undefined {
    this.remember(block);
    const { channels, every, half, kernel, from, capacity, past, due } = this;
    const length = Math.max(0, Math.floor((this.next - 1 - half - due) / every) + 1);
    if (length === 0) return undefined;
    const data = new Float32Array(channels * length);
    for (let c = 0; c < channels; c++)
      for (let n = 0; n < length; n++) {
        const at = c * capacity + (due + n * every - half - from);
        let sum = 0;
        for (let k = 0; k < kernel.length; k++) sum += kernel[k] * past[at + k];
        data[c * length + n] = sum;
      }
    this.due = due + length * every;
    return { index: due, channels, length, data };
  }

  private remember({ index, length, data }: Columns): void {
    if (index !== this.next) {
      this.from = this.next = index;
      this.due = Math.ceil((index + this.half) / this.every) * this.every;
    }
    const { channels, half } = this;
    const needed = 2 * half + this.every + length;
    if (needed > this.capacity) this.grow(needed);
    const { capacity, past } = this;
    // What the next sample to keep does not need is let go.
    const gone = Math.min(this.next - this.from, Math.max(0, this.due - half - this.from));
    const held = this.next - this.from - gone;
    for (let c = 0; c < channels; c++) {
      const row = c * capacity;
      past.copyWithin(row, row + gone, row + gone + held);
      past.set(data.subarray(c * length, (c + 1) * length), row + held);
    }
    this.from += gone;
    this.next += length;
  }

  private grow(capacity: number): void {
    const past = new Float32Array(this.channels * capacity);
    const held = this.next - this.from;
    for (let c = 0; c < this.channels; c++)
      past.set(this.past.subarray(c * this.capacity, c * this.capacity + held), c * capacity);
    this.past = past;
    this.capacity = capacity;
  }
}
