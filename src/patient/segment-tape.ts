import { createBlock, type LabelStep, type SampleBlock } from '../ground/signal/sample-block.js';

/** A labelled stretch of signal that is played. */
export interface PlayedSegment {
  readonly label: string;
  readonly signal: SampleBlock;
}

/** Labelled segments played one after the other, over and over, on one continuous sample index. */
export class SegmentTape {
  /** Absolute index of the next sample. */
  index = 0;
  private segment = 0;
  private offset = 0;

  /** @param segments at least one, all of one rate and number of channels */
  constructor(private readonly segments: readonly PlayedSegment[]) {
    if (!segments.some(({ signal }) => signal.length > 0))
      throw new RangeError('SegmentTape: got no samples, expected at least one');
  }

  /** The next block, with the labels of the segments it is cut from. */
  next(length: number): SampleBlock {
    const { sampleRateHz, channels } = this.current.signal;
    const block = createBlock(this.index, sampleRateHz, channels, length);
    const labels: LabelStep[] = [];
    for (let filled = 0; filled < length;) {
      const { signal } = this.current;
      const count = Math.min(length - filled, signal.length - this.offset);
      if (count > 0) labels.push({ index: this.index + filled, label: this.current.label });
      for (let c = 0; c < channels; c++) {
        const from = c * signal.length + this.offset;
        block.data.set(signal.data.subarray(from, from + count), c * length + filled);
      }
      filled += count;
      this.offset += count;
      if (this.offset >= signal.length) {
        this.segment = (this.segment + 1) % this.segments.length;
        this.offset = 0;
      }
    }
    this.index += length;
    return { ...block, labels };
  }

  private get current(): PlayedSegment {
    return this.segments[this.segment];
  }
}
