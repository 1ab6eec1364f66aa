import type { KernelSet } from './kernels.js';
import { exp } from '../../ground/math/real.js';

/**
 * Convolutions of the travelling source with every kernel of a level, in a form in which cutting the source at the
 * innervation zone and at the fibre's end costs nothing.
 *
 * Source: V(w) = 96 w³ e^(−w) − 90 mV of {@link spikeScale}, w scales behind the wave front, so that
 * dV/dw = 96 (3w² − w³) e^(−w) mV. With M_j(y) = ∫₀^∞ v^j e^(−v) g′(y + v) dv the part of the source behind w₀ gives
 * ∫_{w₀}^∞ (dV/dw) g′(y − w₀ + w) dw = 96 e^(−w₀) [c₀ M₀ + c₁ M₁ + c₂ M₂ + c₃ M₃](y) with
 * c₀ = 3w₀² − w₀³, c₁ = 6w₀ − 3w₀², c₂ = 3 − 3w₀, c₃ = −1: exact for any cut.
 */
export class MomentTables {
  /** The whole source, 3 M₂ − M₃: `[row·length + i]`, V/(A m) per volt of the source. */
  whole: Float64Array;
  /** M₀ … M₃ together: `[(row·length + i)·4 + j]`. */
  moments: Float64Array;

  constructor() {
    this.whole = new Float64Array(0);
    this.moments = new Float64Array(0);
  }

  /**
   * Build from the kernels of one level; arrays are reused from level to level.
   * @param scale of the source along the fibre, m
   */
  fill(kernels: KernelSet, level: number, scale: number): void {
    const rows = kernels.rows[level];
    const { length } = kernels;
    if (this.whole.length < rows.length) {
      this.whole = new Float64Array(rows.length);
      this.moments = new Float64Array(4 * rows.length);
    }
    const cell = cellIntegrals(kernels.step / scale);
    for (let from = 0; from < rows.length; from += length) this.fillRow(rows, from, length, cell);
  }

  private fillRow(rows: Float32Array, from: number, length: number, cell: CellIntegrals): void {
    const { whole, moments } = this;
    const { near, far, width, fall } = cell;
    const [near0, near1, near2, near3] = near;
    const [far0, far1, far2, far3] = far;
    const width2 = width * width;
    const width3 = width2 * width;
    let g = rows[from + length - 1];
    // Beyond the table the kernel is taken as constant; the error is gone after some millimetres.
    let m0 = g;
    let m1 = g;
    let m2 = 2 * g;
    let m3 = 6 * g;
    for (let i = from + length - 1; i >= from; i--) {
      const h = g;
      g = rows[i];
      // M_j(y) from M_j(y + Δ): the cell in closed form for a linear kernel, the rest by (v + Δ)^j.
      const n3 = near3 * g + far3 * h + fall * (m3 + 3 * width * m2 + 3 * width2 * m1 + width3 * m0);
      const n2 = near2 * g + far2 * h + fall * (m2 + 2 * width * m1 + width2 * m0);
      const n1 = near1 * g + far1 * h + fall * (m1 + width * m0);
      m0 = near0 * g + far0 * h + fall * m0;
      m1 = n1;
      m2 = n2;
      m3 = n3;
      whole[i] = 3 * m2 - m3;
      const at = 4 * i;
      moments[at] = m0;
      moments[at + 1] = m1;
      moments[at + 2] = m2;
      moments[at + 3] = m3;
    }
  }
}

interface CellIntegrals {
  /** ∫₀^Δ v^j e^(−v) (1 − v/Δ) dv, weight of the value at the near end. */
  readonly near: readonly [number, number, number, number];
  /** ∫₀^Δ v^j e^(−v) (v/Δ) dv, weight of the value at the far end. */
  readonly far: readonly [number, number, number, number];
  readonly width: number;
  readonly fall: number;
}

/** Integrals over one cell of width Δ scales, by Simpson's rule on so short a stretch that nothing is lost. */
function cellIntegrals(width: number): CellIntegrals {
  const near: [number, number, number, number] = [0, 0, 0, 0];
  const far: [number, number, number, number] = [0, 0, 0, 0];
  const steps = 200;
  for (let i = 0; i <= steps; i++) {
    const v = (width * i) / steps;
    const weight = ((i === 0 || i === steps ? 1 : i % 2 ? 4 : 2) * width * exp(-v)) / (3 * steps);
    for (let j = 0, moment = weight; j < 4; j++, moment *= v) {
      near[j] += moment * (1 - v / width);
      far[j] += moment * (v / width);
    }
  }
  return { near, far, width, fall: exp(-width) };
}
