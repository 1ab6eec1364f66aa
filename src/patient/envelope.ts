import type { SampleBlock } from '../ground/signal/sample-block.js';
import { samplesOf } from '../ground/signal/units.js';
import type { StreamFrame } from './session.js';

/** Length of one column of the envelope, in milliseconds. */
export const ENVELOPE_MS = 5;

/**
 * Minimum and maximum of every channel over short columns: what a trace on a screen needs, at a fraction of
 * the data. Columns start at multiples of their length, whatever the blocks.
 */
export class Envelope {
  /** Samples per column. */
  readonly column: number;
  private readonly low: Float32Array;
  private readonly high: Float32Array;
  private next = NaN;
  /** Where the first whole column begins; one that began before the stream did is left out. */
  private from = 0;

  constructor(
    private readonly channels: number,
    sampleRateHz: number,
  ) {
    this.column = samplesOf(ENVELOPE_MS, sampleRateHz);
    this.low = new Float32Array(channels);
    this.high = new Float32Array(channels);
  }

  /** Take a block; the columns it completes, or undefined where it completes none. */
  push({ index, length, data }: SampleBlock): StreamFrame | undefined {
    const { channels, column } = this;
    if (index !== this.next) this.restart(index);
    const end = index + length;
    const begun = Math.max(index, this.from);
    this.next = end;
    const first = Math.floor(begun / column);
    const complete = Math.max(0, Math.floor(end / column) - first);
    const out = new Float32Array(2 * channels * complete);
    for (let c = 0; c < channels; c++) {
      let low = this.low[c];
      let high = this.high[c];
      for (let i = begun - index, at = c * length + i; i < length; i++, at++) {
        const value = data[at];
        if (value < low) low = value;
        if (value > high) high = value;
        if ((index + i + 1) % column !== 0) continue;
        const done = Math.floor((index + i) / column) - first;
        out[2 * c * complete + done] = low;
        out[(2 * c + 1) * complete + done] = high;
        low = Infinity;
        high = -Infinity;
      }
      this.low[c] = low;
      this.high[c] = high;
    }
    if (complete === 0) return undefined;
    return { index: first * column, channels: 2 * channels, length: complete, data: out };
  }

  private restart(index: number): void {
    this.from = Math.ceil(index / this.column) * this.column;
    this.low.fill(Infinity);
    this.high.fill(-Infinity);
  }
}
