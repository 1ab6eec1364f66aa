import { powerTransform, type PowerTransform } from '../../ground/signal/power-transform.js';
import { sin, square } from '../../ground/math/real.js';

/** Seconds over which the amplitude is averaged. */
const AVERAGE_S = 0.2;
/** Seconds after which the highest and lowest amplitude seen have come half the way back. */
const FORGET_S = 10;

/** Amplitude of each channel between the lowest and the highest of the last while, 0 to 1, as the EMG widget has it. */
export class AmplitudeMeter {
  private readonly mean: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;

  constructor(
    private readonly channels: number,
    private readonly rateHz: number,
  ) {
    this.mean = new Float64Array(channels);
    this.low = new Float64Array(channels).fill(Infinity);
    this.high = new Float64Array(channels);
  }

  /** @param volts instants of all channels; at least one */
  process(volts: Float32Array): number[] {
    const { channels, mean, low, high } = this;
    const share = 1 / (AVERAGE_S * this.rateHz);
    const forget = 0.7 / (FORGET_S * this.rateHz);
    for (let k = 0; k < volts.length; k++) {
      const c = k % channels;
      mean[c] += share * (Math.abs(volts[k]) - mean[c]);
      low[c] = Math.min(low[c] === Infinity ? mean[c] : low[c] + forget * (mean[c] - low[c]), mean[c]);
      high[c] = Math.max(high[c] + forget * (mean[c] - high[c]), mean[c]);
    }
    return Array.from(mean, (value, c) => (high[c] > low[c] ? (value - low[c]) / (high[c] - low[c]) : 0));
  }
}

/** Amplitude in µV in bins of 1 Hz, over the last second under a Hann window. */
export class SpectrumMeter {
  private readonly last: Float64Array[];
  private readonly window: Float64Array;
  private readonly transform: PowerTransform;
  private readonly power: Float64Array;

  constructor(
    private readonly channels: number,
    private readonly rateHz: number,
  ) {
    this.last = Array.from({ length: channels }, () => new Float64Array(rateHz));
    this.window = Float64Array.from({ length: rateHz }, (_, k) => square(sin((Math.PI * k) / rateHz)));
    this.transform = powerTransform(rateHz);
    this.power = new Float64Array((rateHz >> 1) + 1);
  }

  /** Bins 0 to half the rate, of each channel. @param volts instants of all channels, at most a second of them */
  process(volts: Float32Array): number[][] {
    const { channels, rateHz, window, power } = this;
    const instants = volts.length / channels;
    return this.last.map((last, c) => {
      last.copyWithin(0, instants);
      for (let k = 0; k < instants; k++) last[rateHz - instants + k] = volts[k * channels + c] * 1e6;
      this.transform.power(
        last.map((value, k) => value * window[k]),
        power,
      );
      // A Hann window halves an amplitude, and a tone's is spread over two half spectra.
      return Array.from(power, (value) => (4 * Math.sqrt(value)) / rateHz);
    });
  }
}
