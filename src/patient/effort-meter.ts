import type { SampleBlock } from '../ground/signal/sample-block.js';

/** Over what the mean is taken off, and the amplitude averaged. */
const MEAN_S = 0.5;
const AMPLITUDE_S = 0.15;
/** Over what the amplitude of rest is forgotten. */
const FLOOR_S = 60;
/** Signal that passes before anything is said: the mean has to be found first. */
const SETTLE_S = 1;

/**
 * How hard a real person contracts, as far as their signal tells: its amplitude over all channels between that of
 * rest and the strongest so far. It is shown beside the strength that is asked for, nothing is decided by it.
 */
export class EffortMeter {
  private readonly mean: Float64Array;
  private power = 0;
  private seconds = 0;
  private floor = Infinity;
  private peak = 0;

  constructor(channels: number) {
    this.mean = new Float64Array(channels);
  }

  /** Take a block of the raw signal. @returns effort at its end, 0 … 1 */
  push({ data, channels, length, sampleRateHz }: SampleBlock): number {
    const follow = Math.min(1, 1 / (MEAN_S * sampleRateHz));
    let sum = 0;
    for (let c = 0; c < channels; c++) {
      let mean = this.mean[c];
      for (let i = c * length; i < (c + 1) * length; i++) {
        const value = data[i];
        // What is no number says nothing; neither does one that would stay in the mean for ever.
        if (!(Math.abs(value) < 1)) continue;
        mean += follow * (value - mean);
        sum += (value - mean) * (value - mean);
      }
      this.mean[c] = mean;
    }
    const seconds = length / sampleRateHz;
    this.power += Math.min(1, seconds / AMPLITUDE_S) * (sum / Math.max(1, channels * length) - this.power);
    this.seconds += seconds;
    if (this.seconds < SETTLE_S) return 0;
    const amplitude = Math.sqrt(this.power);
    this.floor = Math.min(amplitude, this.floor * (1 + seconds / FLOOR_S));
    this.peak = Math.max(this.peak, amplitude);
    const span = this.peak - this.floor;
    return span > 0 ? Math.min(1, Math.max(0, (amplitude - this.floor) / span)) : 0;
  }
}
