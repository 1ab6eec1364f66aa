import type { FilterDesign } from './design-filter.js';
import type { Stage } from './stage.js';

/** States smaller than this are set to 0: far below anything a Float32 can show, far above slow denormals. */
const SILENT = 1e-60;

/** What a filter takes to have been before the first sample: that sample for ever, or nothing. */
export type FilterStart = 'steady' | 'rest';

/**
 * Runs second-order sections over a stream of channels: direct form II transposed, Float64 state. Every section
 * starts in the steady state of each channel's first sample, as SciPy's `sosfilt` given `zi = sosfilt_zi(sos) * x[0]`;
 * with `rest`, as `sosfilt` given no `zi`. Nothing is allocated after construction.
 */
export class SosFilter implements Stage {
  private readonly coefficients: Float64Array;
  private readonly state: Float64Array;
  private fresh = true;

  constructor(
    private readonly design: FilterDesign,
    private readonly channels = 1,
    private readonly start: FilterStart = 'steady',
  ) {
    const { sections } = design;
    this.coefficients = new Float64Array(sections.length * 5);
    sections.forEach(([b0, b1, b2, , a1, a2], s) => this.coefficients.set([b0, b1, b2, a1, a2], 5 * s));
    this.state = new Float64Array(channels * sections.length * 2);
  }

  /** Filter the next samples (channel-major) in full precision into a new array. */
  process(x: Float64Array): Float64Array {
    const out = Float64Array.from(x);
    this.run(out, x.length / this.channels);
    return out;
  }

  run(data: Float64Array, length: number): void {
    const { coefficients, state } = this;
    if (this.fresh && length > 0) this.begin(data, length);
    let s = 0;
    for (let c = 0; c < this.channels; c++) {
      const end = (c + 1) * length;
      for (let k = 0; k < coefficients.length; k += 5, s += 2) {
        const b0 = coefficients[k];
        const b1 = coefficients[k + 1];
        const b2 = coefficients[k + 2];
        const a1 = coefficients[k + 3];
        const a2 = coefficients[k + 4];
        let s1 = state[s];
        let s2 = state[s + 1];
        for (let i = c * length; i < end; i++) {
          const x = data[i];
          const y = b0 * x + s1;
          s1 = b1 * x - a1 * y + s2;
          s2 = b2 * x - a2 * y;
          data[i] = y;
        }
        state[s] = Math.abs(s1) < SILENT ? 0 : s1;
        state[s + 1] = Math.abs(s2) < SILENT ? 0 : s2;
      }
    }
  }

  reset(): void {
    this.fresh = true;
  }

  groupDelaySamples(hz: number): number {
    return this.design.groupDelaySamples(hz);
  }

  /** States before the first sample of every channel. */
  private begin(data: Float64Array, length: number): void {
    const { coefficients, state } = this;
    this.fresh = false;
    if (this.start === 'rest') {
      state.fill(0);
      return;
    }
    let s = 0;
    for (let c = 0; c < this.channels; c++) {
      let x = data[c * length];
      for (let k = 0; k < coefficients.length; k += 5, s += 2) {
        const b2 = coefficients[k + 2];
        const a2 = coefficients[k + 4];
        const y = (x * (coefficients[k] + coefficients[k + 1] + b2)) / (1 + coefficients[k + 3] + a2);
        state[s] = y - coefficients[k] * x;
        state[s + 1] = b2 * x - a2 * y;
        x = y;
      }
    }
  }
}
