import { counted } from '../ground/signal/counted.js';
import { StreamingResampler } from '../ground/signal/streaming-resampler.js';

/** A stretch of signal as a session has it: channel after channel, in volts. */
export interface SignalFrame {
  readonly index: number;
  readonly channels: number;
  readonly length: number;
  readonly data: Float32Array;
}

/** What a device samples. */
export interface SignalFormat {
  readonly rateHz: number;
  readonly channels: number;
}

/**
 * A running signal as a device samples it: as many channels as it has, at its own rate, by its own crystal. What was
 * left out, filled in or resampled is said in {@link notes}.
 */
export class SignalLine {
  /** Samples missing in the signal so far, because the session was stopped or its source fell silent. */
  private missing = 0;
  private unreal = 0;
  private expected: number | undefined;
  private readonly resampler: StreamingResampler;
  private picked = new Float32Array(0);

  /**
   * @param channelNames of the session
   * @param sampleRateHz of the session
   * @param driftPpm how much faster than it says the crystal runs
   */
  constructor(
    private readonly channelNames: readonly string[],
    private readonly sampleRateHz: number,
    private readonly format: SignalFormat,
    driftPpm: number,
  ) {
    this.resampler = new StreamingResampler(format.channels, sampleRateHz, format.rateHz);
    this.drift(driftPpm);
  }

  /** Let the crystal run at another speed, from the next sample on. */
  drift(ppm: number): void {
    this.resampler.driftTo(this.format.rateHz * (1 + ppm * 1e-6));
  }

  /** The instants that a frame completes: all channels of one, then of the next. Overwritten by the next call. */
  process(frame: SignalFrame): Float32Array {
    if (this.expected !== undefined && frame.index !== this.expected) {
      this.missing += Math.max(0, frame.index - this.expected);
      this.resampler.reset();
    }
    this.expected = frame.index + frame.length;
    return this.resampler.process(this.pick(frame));
  }

  get notes(): string[] {
    const { channelNames, sampleRateHz, resampler, format, missing, unreal } = this;
    const notes: string[] = [];
    const left = channelNames.slice(format.channels);
    if (left.length > 0)
      notes.push(`channels left out: ${left.join(', ')}; the device has ${format.channels}`);
    const empty = format.channels - channelNames.length;
    if (empty > 0) notes.push(`the last ${counted(empty, 'channel')} of the device are empty`);
    if (sampleRateHz !== format.rateHz) notes.push(`resampled from ${sampleRateHz} to ${format.rateHz} Hz`);
    if (resampler.delaySeconds > 0)
      notes.push(`${Math.round(1000 * resampler.delaySeconds)} ms late, because resampling looks ahead`);
    if (missing > 0)
      notes.push(`${counted(missing, 'sample')} of the signal are missing: it was interrupted`);
    if (unreal > 0) notes.push(`${counted(unreal, 'value')} that are no numbers were sent as 0`);
    return notes;
  }

  /** The device's channels of a frame: those there are, then empty ones. */
  private pick({ channels, length, data }: SignalFrame): SignalFrame {
    const { format } = this;
    const wanted = format.channels * length;
    if (this.picked.length !== wanted) this.picked = new Float32Array(wanted);
    const given = Math.min(channels, format.channels) * length;
    for (let k = 0; k < given; k++) {
      const value = data[k];
      if (Number.isFinite(value)) this.picked[k] = value;
      else {
        this.picked[k] = 0;
        this.unreal++;
      }
    }
    this.picked.fill(0, given);
    return { index: 0, channels: format.channels, length, data: this.picked };
  }
}
