import { cos, tan } from '../../../ground/math/real.js';

/** Second-order sections of the filter: a Butterworth low-pass of twice that order. */
const SECTIONS = 6;
/** Its corner, as a share of half the device's rate. */
const CORNER = 0.9;
/** Coefficients b0, b1, b2, a1, a2 of a section. */
const SECTION = 5;

/**
 * From the inner rate to that of the device: the filter in front of a converter, and the samples that the converter
 * takes. At 0.8 of half the rate it costs less than 0.3 dB, what would fold back to there (1.2) loses 30 dB, and it delays slow
 * content by 2.7 samples. Without it whatever lies above half the rate is folded below it.
 */
export class Decimator {
  private readonly sections: Float64Array;
  /** Two states of each section of each row. */
  private readonly states: Float64Array;
  private filtering = false;

  /**
   * @param rows channels that it is given
   * @param factor samples in per sample out
   */
  constructor(
    private readonly rows: number,
    private readonly factor: number,
  ) {
    this.sections = butterworth(CORNER / (2 * factor));
    this.states = new Float64Array(2 * SECTIONS * rows);
  }

  /**
   * @param input rows × samples, as many as a multiple of the factor
   * @param output rows × samples / factor
   * @param filtered whether the filter is there
   */
  process(input: Float32Array, output: Float32Array, filtered: boolean): void {
    const { rows, factor } = this;
    const length = input.length / rows;
    const kept = length / factor;
    // Put in, the filter is taken as settled on the present input.
    if (filtered && !this.filtering) for (let r = 0; r < rows; r++) this.settle(r, input[r * length]);
    this.filtering = filtered;
    for (let r = 0; r < rows; r++)
      if (filtered) this.filter(r, input, length, output);
      else for (let i = 0; i < kept; i++) output[r * kept + i] = input[r * length + i * factor];
  }

  private filter(row: number, input: Float32Array, length: number, output: Float32Array): void {
    const { sections, states, factor } = this;
    const base = 2 * SECTIONS * row;
    const start = row * length;
    let to = start / factor;
    let skip = 0;
    for (let i = start; i < start + length; i++) {
      let x = input[i];
      for (let s = 0; s < SECTIONS; s++) {
        const c = SECTION * s;
        const at = base + 2 * s;
        const y = sections[c] * x + states[at];
        states[at] = sections[c + 1] * x - sections[c + 3] * y + states[at + 1];
        states[at + 1] = sections[c + 2] * x - sections[c + 4] * y;
        x = y;
      }
      if (skip === 0) {
        output[to++] = x;
        skip = factor;
      }
      skip--;
    }
  }

  /** States of a row that has seen nothing but this value; every section passes it as it is. */
  private settle(row: number, x: number): void {
    const { sections, states } = this;
    for (let s = 0; s < SECTIONS; s++) {
      const c = SECTION * s;
      const at = 2 * (SECTIONS * row + s);
      states[at + 1] = (sections[c + 2] - sections[c + 4]) * x;
      states[at] = (sections[c + 1] - sections[c + 3]) * x + states[at + 1];
    }
  }
}

/** Butterworth low-pass as sections, by the bilinear transform. @param corner in cycles per sample */
function butterworth(corner: number): Float64Array {
  const k = tan(Math.PI * corner);
  const sections = new Float64Array(SECTION * SECTIONS);
  for (let s = 0; s < SECTIONS; s++) {
    const damping = 2 * cos((Math.PI * (2 * s + 1)) / (4 * SECTIONS));
    const scale = 1 / (1 + damping * k + k * k);
    const b = k * k * scale;
    sections.set([b, 2 * b, b, 2 * (k * k - 1) * scale, (1 - damping * k + k * k) * scale], SECTION * s);
  }
  return sections;
}
