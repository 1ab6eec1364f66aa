import { MovingAverage } from './moving-average.js';
import type { Stage } from './stage.js';

/** Root of the mean square of the last `width` samples of each channel; those before the first count as equal to it. */
export class RmsEnvelope implements Stage {
  private readonly mean: MovingAverage;

  constructor(width: number, channels: number) {
    this.mean = new MovingAverage(width, channels);
  }

  run(data: Float64Array, length: number): void {
    for (let i = 0; i < data.length; i++) data[i] *= data[i];
    this.mean.run(data, length);
    // A running sum of squares may end a rounding error below 0.
    for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(Math.max(0, data[i]));
  }

  reset(): void {
    this.mean.reset();
  }

  groupDelaySamples(): number {
    return this.mean.groupDelaySamples();
  }
}
