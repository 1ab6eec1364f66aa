import { StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { RecordingInfo } from './recording-writer.js';

/** Holds blocks to the recording's shape and to an unbroken sample index. */
export class StreamCheck {
  /** Absolute index of the recording's first sample; 0 until the first block. */
  start = 0;
  /** Samples per channel accepted so far. */
  length = 0;

  constructor(private readonly info: Pick<RecordingInfo, 'sampleRateHz' | 'channelNames'>) {
    const { sampleRateHz, channelNames } = info;
    if (!(sampleRateHz > 0) || !Number.isFinite(sampleRateHz) || channelNames.length < 1)
      throw new StreamError(
        `cannot record ${channelNames.length} channels at ${sampleRateHz} Hz, ` +
          'expected at least 1 channel and a rate above 0 Hz',
        { hint: 'Give one name per channel and the sampling rate in Hz.' },
      );
  }

  /** @throws StreamError when the block has another shape or does not follow the one before */
  accept(block: SampleBlock): void {
    const { sampleRateHz, channelNames } = this.info;
    if (block.channels !== channelNames.length || block.sampleRateHz !== sampleRateHz)
      throw new StreamError(
        `got a block of ${block.channels} channels at ${block.sampleRateHz} Hz, ` +
          `the recording has ${channelNames.length} channels at ${sampleRateHz} Hz`,
        { hint: 'Close this recording and start another when the electrodes or the rate change.' },
      );
    if (this.length === 0) this.start = block.index;
    const expected = this.start + this.length;
    if (block.index !== expected)
      throw new StreamError(`got a block at sample ${block.index}, expected sample ${expected}`, {
        hint: 'Recordings are unbroken: close this one and start another after a restart or a gap.',
      });
    this.length += block.length;
  }

  /** Sample of the recording that an absolute index means; not before its first. */
  relative(index: number): number {
    return Math.max(0, index - this.start);
  }
}
