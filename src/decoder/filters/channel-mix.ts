import type { Stage } from './stage.js';

/** Weighted sums of the channels, sample by sample: y = W x. Whitening and per-channel gain are both of this form. */
export class ChannelMix implements Stage {
  private readonly weights: Float64Array;
  private readonly sample: Float64Array;

  /** @param matrix channels × channels, row r makes output channel r */
  constructor(matrix: readonly (readonly number[])[]) {
    this.weights = Float64Array.from(matrix.flat());
    this.sample = new Float64Array(matrix.length);
  }

  run(data: Float64Array, length: number): void {
    const { weights, sample } = this;
    const channels = sample.length;
    for (let i = 0; i < length; i++) {
      for (let c = 0; c < channels; c++) sample[c] = data[c * length + i];
      for (let r = 0; r < channels; r++) {
        let sum = 0;
        for (let c = 0; c < channels; c++) sum += weights[r * channels + c] * sample[c];
        data[r * length + i] = sum;
      }
    }
  }

  reset(): void {}

  groupDelaySamples(): number {
    return 0;
  }
}

/** Matrix that scales channel c by `gains[c]`. */
export function gainMatrix(gains: readonly number[]): number[][] {
  return gains.map((gain, r) => gains.map((_, c) => (r === c ? gain : 0)));
}
