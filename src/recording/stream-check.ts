import { StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { RecordingInfo } from './recording-writer.js';

/** Samples are missing before a row: its index is that much further on. */
export interface MissingSamples {
  /** First row after the gap, counted from 0. */
  readonly row: number;
  /** Samples that are missing, at least 1. */
  readonly missing: number;
}

/** Holds blocks to the recording's shape and to a sample index that never goes back, and knows where it jumps. */
export class StreamCheck {
  /** Absolute index of the recording's first sample; 0 until the first block. */
  start = 0;
  /** Samples per channel accepted so far. */
  length = 0;
  /** Samples from the first to the last, with those that are missing. */
  span = 0;
  private readonly gaps: MissingSamples[] = [];

  constructor(private readonly info: Pick<RecordingInfo, 'sampleRateHz' | 'channelNames'>) {
    const { sampleRateHz, channelNames } = info;
    if (!(sampleRateHz > 0) || !Number.isFinite(sampleRateHz) || channelNames.length < 1)
      throw new StreamError(
        `cannot record ${channelNames.length} channels at ${sampleRateHz} Hz, ` +
          'expected at least 1 channel and a rate above 0 Hz',
        { hint: 'Give one name per channel and the sampling rate in Hz.' },
      );
  }

  /**
   * @returns how many samples are missing before the block
   * @throws StreamError when the block has another shape, or begins before the one before has ended
   */
  accept(block: SampleBlock): number {
    const { sampleRateHz, channelNames } = this.info;
    if (block.channels !== channelNames.length || block.sampleRateHz !== sampleRateHz)
      throw new StreamError(
        `got a block of ${block.channels} channels at ${block.sampleRateHz} Hz, ` +
          `the recording has ${channelNames.length} channels at ${sampleRateHz} Hz`,
        { hint: 'Close this recording and start another when the electrodes or the rate change.' },
      );
    if (this.length === 0) this.start = block.index;
    const expected = this.start + this.span;
    const missing = block.index - expected;
    if (!(missing >= 0))
      throw new StreamError(`got a block at sample ${block.index}, expected sample ${expected} or later`, {
        hint: 'The index of a recording only rises: close this one and start another after a restart.',
      });
    if (missing > 0) this.gaps.push({ row: this.length, missing });
    this.span += missing + block.length;
    this.length += block.length;
    return missing;
  }

  /** Sample of the recording that an absolute index means; not before its first. */
  relative(index: number): number {
    return Math.max(0, index - this.start);
  }

  /** Row of an absolute index where only the samples that are there are counted; of a gap, the row after it. */
  row(index: number): number {
    let row = this.relative(index) - (this.span - this.length);
    for (let n = this.gaps.length - 1; n >= 0; n--) {
      const gap = this.gaps[n];
      if (!gap || row >= gap.row) break;
      row = Math.min(gap.row, row + gap.missing);
    }
    return row;
  }
}
