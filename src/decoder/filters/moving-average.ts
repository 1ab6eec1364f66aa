import type { Stage } from './stage.js';

/**
 * Mean of the last `width` samples of each channel; samples before the first count as equal to it.
 * The running sum is taken afresh every `width` samples, so that rounding never adds up.
 */
export class MovingAverage implements Stage {
  private readonly history: Float64Array;
  private readonly sums: Float64Array;
  private at = 0;
  private fresh = true;

  constructor(
    private readonly width: number,
    private readonly channels: number,
  ) {
    this.history = new Float64Array(width * channels);
    this.sums = new Float64Array(channels);
  }

  run(data: Float64Array, length: number): void {
    const { width, history, sums } = this;
    if (this.fresh && length > 0) this.begin(data, length);
    for (let c = 0; c < this.channels; c++) {
      const base = c * width;
      let at = this.at;
      let sum = sums[c];
      for (let i = c * length; i < (c + 1) * length; i++) {
        const x = data[i];
        sum += x - history[base + at];
        history[base + at] = x;
        if (++at === width) {
          at = 0;
          sum = 0;
          for (let k = 0; k < width; k++) sum += history[base + k];
        }
        data[i] = sum / width;
      }
      sums[c] = sum;
    }
    this.at = (this.at + length) % width;
  }

  reset(): void {
    this.fresh = true;
  }

  groupDelaySamples(): number {
    return (this.width - 1) / 2;
  }

  private begin(data: Float64Array, length: number): void {
    const { width, history, sums } = this;
    for (let c = 0; c < this.channels; c++) {
      const first = data[c * length];
      history.fill(first, c * width, (c + 1) * width);
      sums[c] = width * first;
    }
    this.at = 0;
    this.fresh = false;
  }
}
