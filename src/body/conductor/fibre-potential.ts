import type { KernelSet } from './kernels.js';
import type { MomentTables } from './moment-tables.js';
import type { Fibre } from './fibres.js';
import { sourceScales } from './spike.js';
import { exp } from '../../ground/math/real.js';

/** Amplitude of Rosenfalck's potential, V. */
const rosenfalck = 0.096;

/**
 * Potential of single fibres over time: two waves leave the end-plate at the discharge and are extinguished at the
 * ends. The source is the derivative of a windowed function, so its net current is zero at every instant
 * (farina-2001).
 *
 * φ(t) = −σ_i A [S(z_e − z_i; distal) ± S(z_i − z_e; proximal)] with S the source between the end-plate and the
 * front, or the end once the front has passed it.
 */
export class FibrePotential {
  /** Coefficients e^(−w) c_j(w) of the cut at the end-plate, at the distal and at the proximal end, per sample. */
  private readonly startCut: Float64Array;
  private readonly distalCut: Float64Array;
  private readonly proximalCut: Float64Array;
  private readonly constants = new Float64Array(12);
  private fibre: Fibre | undefined;
  private travel = 0;
  private startCount = 0;

  constructor(
    readonly sampleRateHz: number,
    readonly length: number,
  ) {
    this.startCut = new Float64Array(4 * length);
    this.distalCut = new Float64Array(4 * length);
    this.proximalCut = new Float64Array(4 * length);
  }

  /** Prepare what is the same on every channel. */
  prepare(fibre: Fibre): void {
    this.fibre = fibre;
    this.travel = fibre.velocity / this.sampleRateHz;
    this.startCount = Math.min(this.length, Math.ceil((sourceScales * fibre.spikeScale) / this.travel) + 1);
    this.cut(this.startCut, 0, fibre.spikeScale);
    this.cut(this.distalCut, fibre.distalEnd - fibre.endPlate, fibre.spikeScale);
    this.cut(this.proximalCut, fibre.endPlate - fibre.proximalEnd, fibre.spikeScale);
  }

  /**
   * Add the fibre's potential on one arrangement of contacts.
   * @param angle between fibre and contacts, 0 … π
   * @param z middle of the contacts, m
   * @param weight of the arrangement in its channel
   * @param out samples from `at` on, volts
   */
  add(
    kernels: KernelSet,
    tables: MomentTables,
    level: number,
    angle: number,
    z: number,
    weight: number,
    symmetry: 1 | -1,
    out: Float32Array,
    at: number,
  ): void {
    const { fibre } = this;
    if (!fibre) return;
    const grid = kernels.grids[level];
    const row = grid.below(angle);
    const share = grid.share(angle, row);
    const offset = z - fibre.endPlate;
    const gain = -rosenfalck * fibre.strength * weight;
    const distal = fibre.distalEnd - fibre.endPlate;
    const proximal = fibre.endPlate - fibre.proximalEnd;
    const { constants } = this;
    this.moments(kernels, tables, row, share, offset, gain, 0);
    this.moments(kernels, tables, row, share, -offset, gain * symmetry, 4);
    for (let j = 0; j < 4; j++) constants[j] += constants[4 + j];
    this.addCut(this.startCut, 0, this.startCount, -1, out, at);
    this.moments(kernels, tables, row, share, offset - distal, gain, 0);
    this.addWave(kernels, tables, row, share, offset, distal, gain, this.distalCut, out, at);
    this.moments(kernels, tables, row, share, -offset - proximal, gain * symmetry, 0);
    this.addWave(kernels, tables, row, share, -offset, proximal, gain * symmetry, this.proximalCut, out, at);
  }

  /** e^(−w) c_j(w) with w scales behind the front at a cut `distance` m from the end-plate. */
  private cut(coefficients: Float64Array, distance: number, scale: number): void {
    for (let i = Math.ceil(distance / this.travel); i < this.length; i++) {
      const w = (i * this.travel - distance) / scale;
      const fall = w > 40 ? 0 : exp(-w);
      coefficients[4 * i] = fall * w * w * (3 - w);
      coefficients[4 * i + 1] = fall * w * (6 - 3 * w);
      coefficients[4 * i + 2] = fall * (3 - 3 * w);
      coefficients[4 * i + 3] = -fall;
    }
  }

  /** M_0 … M_3 at y, between two rows and two places, times `gain`. */
  private moments(
    kernels: KernelSet,
    { moments }: MomentTables,
    row: number,
    share: number,
    y: number,
    gain: number,
    to: number,
  ): void {
    const place = (y - kernels.start) / kernels.step;
    const i = Math.floor(place);
    const f = place - i;
    const a = 4 * (row * kernels.length + i);
    const b = a + 4 * kernels.length;
    for (let j = 0; j < 4; j++) {
      const first = moments[a + j] + f * (moments[a + 4 + j] - moments[a + j]);
      const second = moments[b + j] + f * (moments[b + 4 + j] - moments[b + j]);
      this.constants[to + j] = gain * (first + share * (second - first));
    }
  }

  private addCut(
    coefficients: Float64Array,
    from: number,
    to: number,
    sign: number,
    out: Float32Array,
    at: number,
  ): void {
    const c0 = sign * this.constants[0];
    const c1 = sign * this.constants[1];
    const c2 = sign * this.constants[2];
    const c3 = sign * this.constants[3];
    for (let i = from; i < to; i++)
      out[at + i] +=
        c0 * coefficients[4 * i] +
        c1 * coefficients[4 * i + 1] +
        c2 * coefficients[4 * i + 2] +
        c3 * coefficients[4 * i + 3];
  }

  /** One wave: the whole source while its front is under way, then what is left of it before the end. */
  private addWave(
    kernels: KernelSet,
    { whole }: MomentTables,
    row: number,
    share: number,
    y: number,
    distance: number,
    gain: number,
    endCut: Float64Array,
    out: Float32Array,
    at: number,
  ): void {
    const arrival = Math.min(this.length, Math.ceil(distance / this.travel));
    const step = this.travel / kernels.step;
    const near = gain * (1 - share);
    const far = gain * share;
    const { length } = kernels;
    const base = row * length;
    let place = (y - kernels.start) / kernels.step;
    for (let i = 0; i < arrival; i++) {
      const cell = Math.floor(place);
      const f = place - cell;
      const a = base + cell;
      const b = a + length;
      out[at + i] +=
        near * (whole[a] + f * (whole[a + 1] - whole[a])) + far * (whole[b] + f * (whole[b + 1] - whole[b]));
      place -= step;
    }
    this.addCut(endCut, arrival, Math.min(this.length, arrival + this.startCount), 1, out, at);
  }
}
