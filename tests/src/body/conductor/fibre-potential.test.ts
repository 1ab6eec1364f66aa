import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../../src/body/anatomy/anatomy.js';
import { contactFilter } from '../../../../src/body/conductor/contact-filter.js';
import { FibrePotential } from '../../../../src/body/conductor/fibre-potential.js';
import { computeKernels } from '../../../../src/body/conductor/kernels.js';
import { MomentTables } from '../../../../src/body/conductor/moment-tables.js';
import { RadialSolver } from '../../../../src/body/conductor/radial-solver.js';

const layers = (stem: boolean): Layer[] =>
  [
    ...(stem ? [[0.005, 2.4e6, 2.4e6]] : []),
    [0.011, 0.02, 0.02],
    [0.042, 0.13, 0.56],
    [0.045, 0.041, 0.041],
    [0.0465, 0.43, 0.43],
  ].map(([outerRadius, sigmaRho, sigmaZ]) => ({ outerRadius, sigmaRho, sigmaZ }));

const fibre = {
  unit: 0,
  radius: 0.036,
  angle: 0,
  endPlate: -0.03,
  proximalEnd: -0.09,
  distalEnd: 0.031,
  velocity: 4.1,
  strength: 2.4e-9,
};
/** Scales of the source, m. */
const nandedkar = 0.5e-3;
const rosenfalck = 1e-3;
const sampleRateHz = 2000;
const length = 48;

type Group = Parameters<typeof computeKernels>[0]['group'];
const disc = { contactShape: 'disc', contactDiameter: 0.01, contactWidth: 0.01, radius: 0.0465 } as const;
const pair: Group = { ...disc, offsets: [-0.01, 0.01], weights: [1, -1], symmetry: -1 };
const single: Group = { ...disc, offsets: [0], weights: [1], symmetry: 1 };
const epimysial: Group = {
  ...disc,
  radius: 0.042,
  contactDiameter: 0.002,
  contactWidth: 0.002,
  offsets: [-0.005, 0, 0.005],
  weights: [-0.5, 1, -0.5],
  symmetry: 1,
};

/** The fast way: tables, moments, closed-form cuts. */
function potential(
  group: Group,
  stem: boolean,
  radius: number,
  angle: number,
  z: number,
  scale = nandedkar,
): Float32Array {
  const levels = Float64Array.of(radius);
  const kernels = computeKernels({ layers: layers(stem), group, levels, reach: 0.22, sampleRateHz });
  const tables = new MomentTables();
  tables.fill(kernels, 0, scale);
  const out = new Float32Array(length);
  const fast = new FibrePotential(sampleRateHz, length);
  fast.prepare({ ...fibre, radius, spikeScale: scale });
  fast.add(kernels, tables, 0, angle, z, 1, group.symmetry, out, 0);
  return out;
}

/** The slow way: the definition, with sums over k, n and the fibre's length. */
function byDefinition(
  group: Group,
  stem: boolean,
  radius: number,
  angle: number,
  z: number,
  scale: number,
): Float64Array {
  const orders = 90;
  const solver = new RadialSolver(layers(stem), group.radius, [radius], orders);
  const row = new Float64Array(orders + 1);
  const waves: [k: number, weight: number][] = [];
  for (const [from, to, steps] of [
    [1e-6, 1, 60],
    [1, 60, 240],
    [60, 2000, 1500],
  ])
    for (let i = 0; i < steps; i++) {
      const dk = (to - from) / steps;
      const k = from + (i + 0.5) * dk;
      solver.solve(k, orders, row);
      let sum = 0;
      for (let n = 0; n <= orders; n++)
        sum += (n ? 2 : 1) * row[n] * contactFilter(group, group.radius, k, n) * Math.cos(n * angle);
      const relative = k / ((Math.PI * sampleRateHz) / 4);
      const taper =
        relative < 0.75 ? 1 : relative > 1.25 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * 2 * (relative - 0.75));
      if (taper > 0) waves.push([k, (-dk * k * sum * taper) / Math.PI]);
    }
  // Cells of 0.125 mm, so that the end-plate lies between two of them.
  const cells = 968;
  const dz = (fibre.distalEnd - fibre.proximalEnd) / cells;
  const slope = Float64Array.from({ length: cells }, (_, i) => {
    let sum = 0;
    group.offsets.forEach((offset, c) => {
      const y = z + offset - fibre.proximalEnd - (i + 0.5) * dz;
      for (const [k, weight] of waves) sum += group.weights[c] * weight * Math.sin(k * y);
    });
    return sum;
  });
  return Float64Array.from({ length }, (_, t) => {
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const from = fibre.proximalEnd + (i + 0.5) * dz - fibre.endPlate;
      const w = ((fibre.velocity * t) / sampleRateHz - Math.abs(from)) / scale;
      if (w > 0) sum -= Math.sign(from) * (0.096 / scale) * w * w * (3 - w) * Math.exp(-w) * slope[i] * dz;
    }
    return sum * fibre.strength;
  });
}

describe('FibrePotential', () => {
  it.each([
    ['single differential on the skin', pair, false, 0.036, 0.05, nandedkar, 0.03],
    ['single differential on the skin, a long spike', pair, false, 0.036, 0.05, rosenfalck, 0.03],
    ['monopolar on the skin, end effects and far field included', single, false, 0.036, 0.9, nandedkar, 0.03],
    ['monopolar over a titanium stem', single, true, 0.033, 0.05, nandedkar, 0.03],
    ['double differential on the muscle', epimysial, true, 0.0385, 0.1, nandedkar, 0.05],
  ] as const)('agrees with its definition: %s', (_, group, stem, radius, angle, scale, tolerance) => {
    const fast = potential(group, stem, radius, angle, 0.003, scale);
    const slow = byDefinition(group, stem, radius, angle, 0.003, scale);
    let error = 0;
    let power = 0;
    for (let i = 0; i < length; i++) {
      error += (fast[i] - slow[i]) ** 2;
      power += slow[i] ** 2;
    }
    expect(power).toBeGreaterThan(0);
    expect(Math.sqrt(error / power)).toBeLessThan(tolerance);
  });

  it('has no net current: far along the limb the monopolar potential is that of a dipole and dies with it', () => {
    const near = potential(single, false, 0.036, 0, -0.01);
    const peak = Math.max(...near.map(Math.abs));
    // Once both waves are extinguished nothing is left.
    const last = Math.ceil(((0.061 + 0.016) / fibre.velocity) * sampleRateHz);
    for (let i = last; i < length; i++) expect(Math.abs(near[i])).toBeLessThan(2e-3 * peak);
    expect(Math.abs(near[0])).toBeLessThan(1e-6 * peak);
  });

  it('shows the end of the fibre at the same time everywhere', () => {
    // Beyond the distal end only the end's own potential arrives: its peak does not travel.
    const peaks = [0.07, 0.085, 0.1].map((z) => {
      const x = potential(pair, false, 0.036, 0.05, z);
      return x.reduce((best, v, i) => (Math.abs(v) > Math.abs(x[best]) ? i : best), 0);
    });
    const arrival = ((fibre.distalEnd - fibre.endPlate) / fibre.velocity) * sampleRateHz;
    for (const peak of peaks) expect(Math.abs(peak - peaks[0])).toBeLessThanOrEqual(1);
    expect(Math.abs(peaks[0] - arrival)).toBeLessThan(6);
  });
});
