import { StreamingResampler } from '../../../src/ground/signal/streaming-resampler.js';
import type { StreamFrame } from '../../../src/patient/session.js';
import { SampleTimes } from './sample-times.js';

/**
 * A signal as an amplifier samples it whose crystal runs faster or slower than it says: other samples, counted by
 * themselves. A value that is no number takes its neighbours with it.
 */
export class DriftingSignal {
  private readonly resampler: StreamingResampler;
  private times: SampleTimes;
  /** Samples made so far: the index of the next one. */
  private made = 0;
  private expected: number | undefined;

  constructor(
    readonly channels: number,
    sampleRateHz: number,
    readonly driftPpm: number,
  ) {
    const rateHz = sampleRateHz * (1 + driftPpm * 1e-6);
    this.resampler = new StreamingResampler(channels, sampleRateHz, sampleRateHz);
    this.resampler.driftTo(rateHz);
    this.times = new SampleTimes(rateHz);
  }

  /**
   * The samples that a frame completes.
   * @param now when the frame came, in seconds
   */
  process(frame: StreamFrame, now: number): StreamFrame {
    if (this.expected !== undefined && this.expected !== frame.index) {
      this.resampler.reset();
      this.times = new SampleTimes(this.times.sampleRateHz);
    }
    this.expected = frame.index + frame.length;
    const instants = this.resampler.process(frame);
    const { channels } = this;
    const length = instants.length / channels;
    const data = new Float32Array(instants.length);
    for (let c = 0; c < channels; c++)
      for (let i = 0; i < length; i++) data[c * length + i] = instants[i * channels + c] ?? NaN;
    const index = this.made;
    this.made += length;
    this.times.follow(this.made, now - this.resampler.delaySeconds);
    return { index, channels, length, data };
  }

  /** The signal was paused. */
  pause(): void {
    this.times.pause();
  }

  /** When a sample was taken, in seconds. */
  timeOf(index: number): number | undefined {
    return this.times.of(index);
  }
}
