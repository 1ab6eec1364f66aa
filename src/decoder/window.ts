import { ConfigError, StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { samplesOf } from '../ground/signal/units.js';
import { LabelTrack } from './label-track.js';

/** A stretch of signal that one decision rests on. */
export interface Window {
  /** Absolute index of the first sample. */
  readonly index: number;
  readonly channels: number;
  /** Samples per channel. */
  readonly length: number;
  /** Channel-major samples; the window's owner may overwrite them after the call. */
  readonly data: Float32Array | Float64Array;
  readonly sampleRateHz: number;
  /** What was done during all of it; undefined where that changed within the window or is not known. */
  readonly label?: string;
}

/** How a stream is cut into windows. */
export interface WindowerOptions {
  /** Length of a window in ms; rounded to whole samples. */
  readonly windowMs: number;
  /** Time from one window to the next in ms; may be shorter (overlap) or longer (gaps) than the window. */
  readonly stepMs: number;
}

/**
 * Cuts a stream of blocks into windows, whatever the length of the blocks. Windows are stamped with the absolute
 * index of their first sample; the first starts at the first sample received. One buffer serves all windows and
 * nothing is allocated after construction.
 *
 * Where the block index jumps, samples were lost: no window spans the gap, the next starts after it, and `gaps`
 * counts it.
 */
export class Windower {
  /** Samples per channel in a window. */
  readonly length: number;
  /** Samples from the start of one window to the start of the next. */
  readonly step: number;
  /** Times the block index jumped and the current window was given up. */
  gaps = 0;
  private readonly window: { -readonly [K in keyof Window]: Window[K] };
  private readonly labels = new LabelTrack();
  private filled = 0;
  /** Samples still to be passed over before the next window starts (steps longer than the window). */
  private skip = 0;
  private next = NaN;

  /** @throws ConfigError where a duration or the shape is not positive */
  constructor({ windowMs, stepMs }: WindowerOptions, sampleRateHz: number, channels: number) {
    positive('windowMs', windowMs, 'Windows of 150 to 250 ms are usual.');
    positive('stepMs', stepMs, 'Steps of 25 to 50 ms are usual.');
    positive('sampleRateHz', sampleRateHz, 'Give the sampling rate in samples per second.');
    positive('channels', channels, 'Give the number of electrode channels.');
    this.length = samplesOf(windowMs, sampleRateHz);
    this.step = samplesOf(stepMs, sampleRateHz);
    const data = new Float32Array(channels * this.length);
    this.window = { index: 0, channels, length: this.length, data, sampleRateHz };
  }

  /**
   * Take a block, with its labels, and report every window it completes. The window is valid only during the call.
   * @throws StreamError where the block's channels or rate differ from the stream's
   */
  push(block: SampleBlock, onWindow: (window: Window) => void): void {
    this.check(block);
    if (block.index !== this.next) {
      if (!Number.isNaN(this.next)) this.gaps++;
      this.filled = this.skip = 0;
    }
    this.labels.push(block);
    let at = 0;
    while (at < block.length) {
      if (this.skip > 0) {
        const passed = Math.min(this.skip, block.length - at);
        this.skip -= passed;
        at += passed;
        continue;
      }
      const taken = Math.min(this.length - this.filled, block.length - at);
      this.take(block, at, taken);
      at += taken;
      if (this.filled === this.length) this.emit(block.index + at - this.length, onWindow);
    }
    // Last, so that a block cut short by a throwing receiver counts as lost.
    this.next = block.index + block.length;
  }

  /** Forget the stream; the next block starts a new one. */
  reset(): void {
    this.filled = this.skip = this.gaps = 0;
    this.next = NaN;
    this.labels.reset();
  }

  private take(block: SampleBlock, at: number, count: number): void {
    const { data, channels, length } = this.window;
    for (let c = 0; c < channels; c++) {
      const from = c * block.length + at;
      const to = c * length + this.filled;
      for (let i = 0; i < count; i++) data[to + i] = block.data[from + i];
    }
    this.filled += count;
  }

  private emit(index: number, onWindow: (window: Window) => void): void {
    const { data, channels, length } = this.window;
    this.window.index = index;
    this.window.label = this.labels.over(index, index + length);
    onWindow(this.window);
    if (this.step >= length) {
      this.filled = 0;
      this.skip = this.step - length;
      return;
    }
    for (let c = 0; c < channels; c++) data.copyWithin(c * length, c * length + this.step, (c + 1) * length);
    this.filled = length - this.step;
  }

  private check(block: SampleBlock): void {
    const { channels, sampleRateHz } = this.window;
    if (block.channels === channels && block.sampleRateHz === sampleRateHz) return;
    throw new StreamError(
      `Windower: got a block of ${block.channels} channels at ${block.sampleRateHz} Hz, ` +
        `expected ${channels} at ${sampleRateHz} Hz`,
      { hint: 'Make a new Windower when the shape of the stream changes.' },
    );
  }
}

function positive(field: string, value: number, hint: string): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new ConfigError(`${field}: got ${value}, expected a positive number`, { field, hint });
}
