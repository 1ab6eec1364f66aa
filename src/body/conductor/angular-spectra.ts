import type { AngleGrid } from './angle-grid.js';
import { contactFilter } from './contact-filter.js';
import type { KernelQuery } from './kernel-query.js';
import { RadialSolver } from './radial-solver.js';
import { cos, sin } from '../../ground/math/real.js';

/** Angles per level; even, as they are inverted in pairs. */
export const angleCount = 48;
/** Spatial frequency below which order 0 is solved at quarter bins too, rad/m. */
const exactBelow = 200;
/** Orders that are solved at every frequency; those above at every `coarse`th only. */
const fineOrders = 32;
const coarse = 8;
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

/**
 * Solve the conductor for all levels and sum its orders over the angles. Orders above {@link fineOrders} change with k over
 * hundreds of rad/m, so they are solved at every {@link coarse}th frequency and interpolated by cubics (to 1e-4 of the
 * kernel's peak); that is most of the work for contacts inside the muscle, which need some hundred orders.
 */
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
  const cosines = grids.map((grid, level) => cosineTable(grid, orders[level]));
  const work: Work = {
    solver,
    group,
    orders,
    cosines,
    potentials: new Float64Array(levels.length * (maxOrder + 1)),
  };
  const angular = orders.map(() => new Float64Array(angleCount * bins));
  const mean = orders.map(() => new Float64Array(bins));
  const ends = addHighOrders(work, step, bins, angular);
  addLowOrders(work, step, ends, angular, mean);
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

/** What both passes work with. */
interface Work {
  readonly solver: RadialSolver;
  readonly group: KernelQuery['group'];
  /** Largest order per level. */
  readonly orders: readonly number[];
  readonly cosines: readonly Float64Array[];
  readonly potentials: Float64Array;
}

/**
 * Orders above {@link fineOrders} at every {@link coarse}th frequency, and the frequencies between by interpolation.
 * @returns bin from which on a level's kernel has no more weight
 */
function addHighOrders(
  { solver, group, orders, cosines, potentials }: Work,
  step: number,
  bins: number,
  angular: readonly Float64Array[],
): number[] {
  const { maxOrder } = solver;
  const nodes = Math.ceil((bins - 1) / coarse) + 2;
  const sums = orders.map((order) => (order > fineOrders ? new Float64Array(angleCount * nodes) : undefined));
  const filter = new Float64Array(maxOrder + 1);
  // A level that has gone quiet asks for nothing any more.
  const needed = [...orders];
  const peak = new Float64Array(orders.length);
  const quiet = new Int32Array(orders.length);
  const ends = orders.map(() => bins);
  for (let node = 0; node < nodes && needed.some((order) => order >= 0); node++) {
    // At k = 0 order 0 is unbounded; the others have their limit long before this.
    const k = Math.max(node * coarse, 1e-3) * step;
    solver.solve(k, maxOrder, potentials, needed);
    for (let n = 0; n <= maxOrder; n++) filter[n] = contactFilter(group, group.radius, k, n);
    orders.forEach((order, level) => {
      if (needed[level] < 0) return;
      const from = level * (maxOrder + 1);
      const row = potentials.subarray(from, from + order + 1);
      let total = Math.abs(row[0] * filter[0]);
      for (let n = 1; n <= order; n++) {
        row[n] *= 2 * filter[n] * orderTaper(n, order);
        total += Math.abs(row[n]);
      }
      if (node > 0) {
        peak[level] = Math.max(peak[level], k * total);
        // A kernel ends where its derivative has no more weight, twice on end.
        quiet[level] = k * total < 1e-5 * peak[level] ? quiet[level] + 1 : 0;
        if (quiet[level] > 1) {
          needed[level] = -1;
          ends[level] = Math.min(bins, node * coarse);
        }
      }
      const out = sums[level];
      if (out) sumOrders(row, fineOrders + 1, order, cosines[level], order, out, node, nodes);
    });
  }
  sums.forEach((nodeSums, level) => {
    if (nodeSums) interpolate(nodeSums, nodes, ends[level], angular[level], bins);
  });
  return ends;
}

/** Cubics through four nodes; sums are even in k. */
function interpolate(sums: Float64Array, nodes: number, end: number, out: Float64Array, bins: number): void {
  for (let angle = 0; angle < angleCount; angle++) {
    const at = (node: number): number => sums[angle * nodes + Math.min(nodes - 1, Math.abs(node))];
    for (let node = 0; node * coarse < end; node++) {
      const [a, b, c, d] = [at(node - 1), at(node), at(node + 1), at(node + 2)];
      for (let i = 0; i < coarse && node * coarse + i < end; i++) {
        const f = i / coarse;
        out[angle * bins + node * coarse + i] =
          (-f * (f - 1) * (f - 2) * a) / 6 +
          ((f + 1) * (f - 1) * (f - 2) * b) / 2 -
          ((f + 1) * f * (f - 2) * c) / 2 +
          ((f + 1) * f * (f - 1) * d) / 6;
      }
    }
  }
}

/** Orders up to {@link fineOrders} at every frequency, and order 0 apart. */
function addLowOrders(
  { solver, group, orders, cosines, potentials }: Work,
  step: number,
  ends: readonly number[],
  angular: readonly Float64Array[],
  mean: readonly Float64Array[],
): void {
  const highest = Math.min(fineOrders, solver.maxOrder);
  const filter = new Float64Array(highest + 1);
  const last = Math.max(...ends);
  for (let bin = 1; bin < last; bin++) {
    const k = bin * step;
    const needed = orders.map((order, level) => (bin < ends[level] ? Math.min(order, highest) : -1));
    solver.solve(k, highest, potentials, needed);
    for (let n = 0; n <= highest; n++) filter[n] = contactFilter(group, group.radius, k, n);
    needed.forEach((most, level) => {
      if (most < 0) return;
      const from = level * (highest + 1);
      const row = potentials.subarray(from, from + most + 1);
      mean[level][bin] = row[0];
      for (let n = 1; n <= most; n++) row[n] *= 2 * filter[n] * orderTaper(n, orders[level]);
      sumOrders(row, 1, most, cosines[level], orders[level], angular[level], bin, mean[level].length);
    });
  }
}

/** Add orders `first` … `last` of one frequency to the sums at all angles. */
function sumOrders(
  row: Float64Array,
  first: number,
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
    for (let n = first; n <= last; n++) sum += row[n] * cosines[at + n];
    out[angle * bins + bin] += sum;
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
