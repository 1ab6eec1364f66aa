import { windowedSinc } from './windowed-sinc.js';

/** Periods of the slower rate on each side of a sample that take part in it: what it is late by. */
const REACH = 24;
/** Corner, as share of the slower rate: with this reach, half the rate is 70 dB down, and 0.4 of it is kept. */
const CORNER = 0.4475;
/** Places between two samples for which weights are held; between them weights are interpolated (−105 dB). */
const PHASES = 256;

/** A stretch of several channels, channel after channel. */
interface Stretch {
  readonly channels: number;
  readonly length: number;
  readonly data: Float32Array;
}

/**
 * Turns a running signal of several channels into another sampling rate, any ratio and one that may drift, by
 * windowed-sinc interpolation. Nothing of what lies above half the slower rate remains (70 dB); up to 0.39 of it all is
 * kept (0.1 dB). It does not matter how the signal is cut into stretches. Where both rates are the same, samples pass
 * untouched and at once; otherwise they are {@link delaySeconds} late.
 */
export class StreamingResampler {
  /** Samples on each side that take part in one. */
  private readonly half: number;
  /** Weights by phase; one phase more than there are, for the interpolation. */
  private readonly kernels: readonly Float64Array[];
  private readonly step: Float64Array;
  /** What may still be needed, one channel after the other. */
  private history: Float32Array;
  private capacity: number;
  private held = 0;
  /** Place of the next sample, in samples after the first one held. */
  private position: number;
  private out: Float32Array;
  private ratio: number;
  /** Whether samples pass untouched: until the first time that the rates differ. */
  private untouched: boolean;

  /**
   * @param channels number of them
   * @param fromHz samples per second that come
   * @param toHz samples per second that are wanted
   * @throws RangeError unless both are above 0
   */
  constructor(
    private readonly channels: number,
    private readonly fromHz: number,
    toHz: number,
  ) {
    if (!(fromHz > 0 && toHz > 0))
      throw new RangeError(`StreamingResampler: got ${fromHz} to ${toHz} Hz, expected rates above 0`);
    const slower = Math.min(fromHz, toHz);
    this.half = Math.ceil((REACH * fromHz) / slower);
    this.kernels = kernelsOf(this.half, (CORNER * slower) / fromHz);
    this.step = new Float64Array(2 * this.half + 1);
    this.capacity = 4 * this.half + 2;
    this.history = new Float32Array(channels * this.capacity);
    this.out = new Float32Array(channels * 64);
    this.ratio = fromHz / toHz;
    this.untouched = fromHz === toHz;
    this.position = this.half;
    this.held = this.half;
  }

  /** How late a sample is. */
  get delaySeconds(): number {
    return this.untouched ? 0 : this.half / this.fromHz;
  }

  /**
   * Drift to another rate without a break, from the next sample on. It must be near the one that the filter was made
   * for: its corner stays.
   */
  driftTo(toHz: number): void {
    this.ratio = this.fromHz / toHz;
    if (this.ratio !== 1) this.untouched = false;
  }

  /** Begin anew, as after a gap: what came before counts as 0. */
  reset(): void {
    this.history.fill(0);
    this.position = this.half;
    this.held = this.half;
  }

  /**
   * The samples that the next stretch completes, instant after instant (all channels of one, then of the next). They
   * are a view that the next call overwrites.
   */
  process(stretch: Stretch): Float32Array {
    this.append(stretch);
    const { channels, half, untouched } = this;
    const ahead = untouched ? 0 : half;
    let made = 0;
    while (Math.floor(this.position) + ahead < this.held) {
      if ((made + 1) * channels > this.out.length) this.growOut();
      const whole = Math.floor(this.position);
      if (untouched) this.copy(whole, made * channels);
      else this.interpolate(whole, this.position - whole, made * channels);
      this.position += this.ratio;
      made++;
    }
    this.forget();
    return this.out.subarray(0, made * channels);
  }

  private copy(whole: number, at: number): void {
    for (let c = 0; c < this.channels; c++) this.out[at + c] = this.history[c * this.capacity + whole] ?? 0;
  }

  private interpolate(whole: number, fraction: number, at: number): void {
    const { channels, half, history, capacity, out, step } = this;
    const phase = Math.floor(fraction * PHASES);
    const share = fraction * PHASES - phase;
    const before = this.kernels[phase];
    const after = this.kernels[phase + 1];
    const taps = step.length;
    for (let k = 0; k < taps; k++) step[k] = before[k] + share * (after[k] - before[k]);
    for (let c = 0; c < channels; c++) {
      const first = c * capacity + whole - half;
      let sum = 0;
      for (let k = 0; k < taps; k++) sum += history[first + k] * step[k];
      out[at + c] = sum;
    }
  }

  private append({ channels, length, data }: Stretch): void {
    if (channels !== this.channels || data.length !== channels * length)
      throw new RangeError(
        `StreamingResampler: got ${data.length} values of ${channels} channels, expected ${this.channels} × ${length}`,
      );
    if (this.held + length > this.capacity) this.growHistory(this.held + length);
    for (let c = 0; c < channels; c++)
      this.history.set(data.subarray(c * length, (c + 1) * length), c * this.capacity + this.held);
    this.held += length;
  }

  /** Let go of what no coming sample needs. */
  private forget(): void {
    const { channels, capacity, history } = this;
    const gone = Math.min(this.held, Math.floor(this.position) - this.half);
    if (gone <= 0) return;
    for (let c = 0; c < channels; c++)
      history.copyWithin(c * capacity, c * capacity + gone, c * capacity + this.held);
    this.held -= gone;
    this.position -= gone;
  }

  private growHistory(needed: number): void {
    const { channels, capacity, history, held } = this;
    this.capacity = 2 * needed;
    this.history = new Float32Array(channels * this.capacity);
    for (let c = 0; c < channels; c++)
      this.history.set(history.subarray(c * capacity, c * capacity + held), c * this.capacity);
  }

  private growOut(): void {
    const grown = new Float32Array(2 * this.out.length + this.channels);
    grown.set(this.out);
    this.out = grown;
  }
}

/** Weights for every phase, each of sum 1, so that a constant stays what it is. */
function kernelsOf(half: number, corner: number): Float64Array[] {
  return Array.from({ length: PHASES + 1 }, (_, phase) => {
    const kernel = Float64Array.from({ length: 2 * half + 1 }, (_, k) =>
      windowedSinc(k - half - phase / PHASES, corner, half + 1),
    );
    const sum = kernel.reduce((total, weight) => total + weight, 0);
    return kernel.map((weight) => weight / sum);
  });
}
