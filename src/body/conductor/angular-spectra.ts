import type { AngleGrid } from './angle-grid.js';
import { contactFilter } from './contact-filter.js';
import type { KernelQuery } from './kernel-query.js';
import { RadialSolver } from './radial-solver.js';
import { cos, sin } from '../../ground/math/real.js';

/** Angles per level; even, as they are inverted in pairs. */
export const angleCount = 48;
/** Spatial frequency below which order 0 is solved at quarter bins too, rad/m. */
const exactBelow = 200;
/** Typical velocity, m/s, that turns the Nyquist frequency into the spatial frequency where kernels end. */
const typicalVelocity = 4;

/** Orders n ≥ 1 summed over the angles, and order 0 apart, per level and spatial frequency. */
export interface Spectra {
  readonly step: number;
  readonly bins: number;
  /** Per level `[angle·bins + bin]`, V m/A. */
  readonly angular: readonly Float64Array[];
  /** Per level order 0 before the filters of contacts and sampling. */
  readonly mean: readonly Float64Array[];
  /** Factor i k W(k) of derivative and contacts per bin, real and imaginary part. */
  readonly factorRe: Float64Array;
  readonly factorIm: Float64Array;
  /** Order 0 solved at quarter bins below {@link exactBelow}: `[quarter][level]`. */
  readonly lowMean: readonly Float64Array[];
  /** Spatial frequency of the Nyquist frequency, rad/m. */
  readonly cutoff: number;
}

/** Solve the conductor for all levels and sum its orders over the angles. */
export function angularSpectra(
  { layers, group, levels, sampleRateHz }: Omit<KernelQuery, 'reach'>,
  grids: readonly AngleGrid[],
  step: number,
  maxBins: number,
): Spectra {
  const cutoff = (Math.PI * sampleRateHz) / typicalVelocity;
  const bins = Math.min(maxBins, Math.ceil((1.25 * cutoff) / step));
  const orders = Array.from(levels, (level) => ordersNeeded(group, level));
  const maxOrder = Math.max(...orders);
  const solver = new RadialSolver(layers, group.radius, [...levels], maxOrder);
  // A level that has gone quiet asks for nothing any more.
  const needed = [...orders];
  const stride = maxOrder + 1;
  const potentials = new Float64Array(levels.length * stride);
  const filter = new Float64Array(stride);
  const tapers = orders.map((order) =>
    Float64Array.from({ length: order + 1 }, (_, n) => orderTaper(n, order)),
  );
  const cosines = grids.map((grid, level) => cosineTable(grid, orders[level]));
  const angular = orders.map(() => new Float64Array(angleCount * bins));
  const mean = orders.map(() => new Float64Array(bins));
  const peak = new Float64Array(levels.length);
  const quiet = new Int32Array(levels.length);
  let active = levels.length;
  for (let bin = 1; bin < bins && active > 0; bin++) {
    const k = bin * step;
    solver.solve(k, maxOrder, potentials, needed);
    for (let n = 0; n <= maxOrder; n++) filter[n] = contactFilter(group, group.radius, k, n);
    for (let level = 0; level < levels.length; level++) {
      if (quiet[level] > 8) continue;
      const order = orders[level];
      const taper = tapers[level];
      const row = potentials.subarray(level * stride, level * stride + order + 1);
      mean[level][bin] = row[0];
      let total = Math.abs(row[0] * filter[0]);
      for (let n = 1; n <= order; n++) {
        row[n] *= 2 * filter[n] * taper[n];
        total += Math.abs(row[n]);
      }
      let last = order;
      while (last > 0 && k * Math.abs(row[last]) < 1e-6 * peak[level]) last--;
      sumOrders(row, last, cosines[level], order, angular[level], bin, bins);
      // A kernel ends where its derivative has no more weight, for eight frequencies on end.
      if (k * total > peak[level]) peak[level] = k * total;
      quiet[level] = k * total < 1e-5 * peak[level] ? quiet[level] + 1 : 0;
      if (quiet[level] > 8) {
        active--;
        needed[level] = -1;
      }
    }
  }
  const factorRe = new Float64Array(bins);
  const factorIm = new Float64Array(bins);
  for (let bin = 1; bin < bins; bin++) {
    const [re, im] = arrangementFactor(group, bin * step, cutoff);
    factorRe[bin] = re;
    factorIm[bin] = im;
  }
  const lowMean: Float64Array[] = [new Float64Array(levels.length)];
  for (let quarter = 1; (quarter * step) / 4 < exactBelow; quarter++) {
    const row = new Float64Array(levels.length);
    solver.solve((quarter * step) / 4, 0, row);
    lowMean.push(row);
  }
  return { step, bins, angular, mean, lowMean, factorRe, factorIm, cutoff };
}

function sumOrders(
  row: Float64Array,
  last: number,
  cosines: Float64Array,
  order: number,
  out: Float64Array,
  bin: number,
  bins: number,
): void {
  for (let angle = 0; angle < angleCount; angle++) {
    const at = angle * (order + 1);
    let sum = 0;
    for (let n = 1; n <= last; n++) sum += row[n] * cosines[at + n];
    out[angle * bins + bin] = sum;
  }
}

/** i k Σ_c w_c e^(ikδ_c), times a low-pass against aliasing. */
export function arrangementFactor(group: KernelQuery['group'], k: number, cutoff: number): [number, number] {
  let re = 0;
  let im = 0;
  group.weights.forEach((weight, c) => {
    re += weight * cos(k * group.offsets[c]);
    im += weight * sin(k * group.offsets[c]);
  });
  const gain = k * antiAlias(k / cutoff);
  return [-im * gain, re * gain];
}

/** Raised cosine from 1 below 0.75 to 0 above 1.25 of the cutoff, as before sampling in an amplifier. */
function antiAlias(relative: number): number {
  if (relative <= 0.75) return 1;
  if (relative >= 1.25) return 0;
  return 0.5 + 0.5 * cos((Math.PI * (relative - 0.75)) / 0.5);
}

/** Orders that matter: potentials fall as (r/ρ)^n, and a contact averages out what is finer than itself. */
function ordersNeeded(group: KernelQuery['group'], level: number): number {
  return Math.min(384, Math.max(24, Math.ceil((12 * group.radius) / nearness(group, level))));
}

/** Smooth end of the sum over orders, which keeps ripples out of kernels that were cut short. */
function orderTaper(n: number, order: number): number {
  const relative = n / (order + 1);
  return relative <= 0.7 ? 1 : 0.5 + 0.5 * cos((Math.PI * (relative - 0.7)) / 0.3);
}

/** Wanted first step of a level's grid of angles, rad. */
export function firstAngle(group: KernelQuery['group'], level: number): number {
  return (0.3 * nearness(group, level)) / group.radius;
}

/** Length over which the potential of a fibre changes under the contact, m. */
function nearness(group: KernelQuery['group'], level: number): number {
  const across = group.contactShape === 'disc' ? group.contactDiameter : group.contactWidth;
  return Math.abs(group.radius - level) + Math.min(across, group.contactDiameter) / 4;
}

function cosineTable(grid: AngleGrid, order: number): Float64Array {
  const table = new Float64Array(grid.count * (order + 1));
  for (let angle = 0; angle < grid.count; angle++)
    for (let n = 0; n <= order; n++) table[angle * (order + 1) + n] = cos(n * grid.angles[angle]);
  return table;
}
