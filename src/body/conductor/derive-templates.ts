import type { Anatomy } from '../anatomy/anatomy.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { wrapAngle } from '../../ground/signal/units.js';
import { groupContacts, type ContactGroup } from './contact-group.js';
import { depthLevels, nearestLevel } from './depth-levels.js';
import { FibrePotential } from './fibre-potential.js';
import { placeFibres, type Fibre } from './fibres.js';
import { computeKernels, type KernelSet } from './kernels.js';
import { MomentTables } from './moment-tables.js';
import { sourceScales } from './spike.js';
import { packTemplates } from './pack-templates.js';
import type { TemplateBank, UnitSource } from './template-bank.js';

/**
 * Motor-unit action potentials of all units on all channels.
 *
 * @param anatomy geometry of the limb
 * @param units one entry per muscle
 * @param sampleRateHz samples per second, 500 … 50 000
 * @param seed scenario seed; places of units depend on it and on the names of muscles
 * @throws ConfigError where units and muscles do not match or a unit cannot conduct
 */
export function deriveTemplates(
  anatomy: Anatomy,
  units: readonly UnitSource[],
  sampleRateHz: number,
  seed: number,
): TemplateBank {
  return new TemplateDeriver().derive(anatomy, units, sampleRateHz, seed);
}

/**
 * Derives templates again and again, keeping the conductor's kernels: after a change of electrode shift, of angles
 * or of conduction velocity only the fibres are computed anew.
 */
export class TemplateDeriver {
  private readonly kernels = new Map<string, KernelSet>();
  private readonly tables = new MomentTables();

  /** Sets of kernels kept; the oldest go first. */
  constructor(private readonly capacity = 8) {}

  /** As {@link deriveTemplates}. */
  derive(anatomy: Anatomy, units: readonly UnitSource[], sampleRateHz: number, seed: number): TemplateBank {
    requireUnits(anatomy, units, sampleRateHz);
    const muscleStart = new Int32Array(anatomy.muscles.length + 1);
    units.forEach((source, m) => (muscleStart[m + 1] = muscleStart[m] + source.fibreCount.length));
    const fibres = anatomy.muscles.flatMap((muscle, m) =>
      placeFibres(muscle, units[m], muscleStart[m], seed),
    );
    const channels = anatomy.channels.length;
    const length = samplesNeeded(fibres, sampleRateHz);
    const dense = allocated(muscleStart[anatomy.muscles.length] * channels * length);
    const potential = new FibrePotential(sampleRateHz, length);
    for (const group of groupContacts(anatomy.channels))
      this.addGroup(anatomy, group, fibres, potential, dense, sampleRateHz);
    return packTemplates(dense, { sampleRateHz, channels, length, muscleStart });
  }

  private addGroup(
    anatomy: Anatomy,
    group: ContactGroup,
    fibres: readonly Fibre[],
    potential: FibrePotential,
    dense: Float32Array,
    sampleRateHz: number,
  ): void {
    const kernels = this.kernelsOf(anatomy, group, fibres, sampleRateHz);
    const byLevel: Fibre[][] = Array.from(kernels.levels, () => []);
    for (const fibre of fibres) byLevel[nearestLevel(kernels.levels, fibre.radius)].push(fibre);
    const { length } = potential;
    byLevel.forEach((here, level) => {
      let filled = 0;
      for (const fibre of here) {
        if (fibre.spikeScale !== filled) this.tables.fill(kernels, level, (filled = fibre.spikeScale));
        potential.prepare(fibre);
        for (const { channel, angle, z, weight } of group.parts) {
          const between = Math.abs(wrapAngle(fibre.angle - angle));
          const at = (fibre.unit * anatomy.channels.length + channel) * length;
          potential.add(kernels, this.tables, level, between, z, weight, group.symmetry, dense, at);
        }
      }
    });
  }

  private kernelsOf(
    anatomy: Anatomy,
    { parts, ...group }: ContactGroup,
    fibres: readonly Fibre[],
    sampleRateHz: number,
  ): KernelSet {
    const inner = Math.min(...anatomy.muscles.map((muscle) => muscle.innerRadius));
    const outer = Math.max(...anatomy.muscles.map((muscle) => muscle.outerRadius));
    // Whole centimetres of reserve, so that a small shift finds the kernels it had before.
    const reach = Math.ceil(reachOf(parts, fibres) * 50 + 0.5) / 50;
    const key = JSON.stringify([anatomy.layers, group, inner, outer, reach, sampleRateHz]);
    let known = this.kernels.get(key);
    if (!known) {
      // The axis itself has no angle: fibres of a muscle without bone keep a quarter of a millimetre from it.
      const levels = depthLevels(Math.max(inner, 0.25e-3), outer, group.radius);
      known = computeKernels({ layers: anatomy.layers, group, levels, reach, sampleRateHz });
      this.kernels.set(key, known);
      const oldest = this.kernels.keys().next().value;
      if (this.kernels.size > this.capacity && oldest !== undefined) this.kernels.delete(oldest);
    }
    return known;
  }
}

function allocated(length: number): Float32Array {
  try {
    return new Float32Array(length);
  } catch (cause) {
    throw new ConfigError(`templates: got ${Math.ceil((4 * length) / 1e6)} MB, more than there is room for`, {
      hint: 'Use fewer motor units, fewer channels or a lower sampleRateHz.',
      cause,
    });
  }
}

/** Largest distance along the limb between contacts and any part of a fibre, m. */
function reachOf(parts: ContactGroup['parts'], fibres: readonly Fibre[]): number {
  let low = Infinity;
  let high = -Infinity;
  for (const { z } of parts) {
    low = Math.min(low, z);
    high = Math.max(high, z);
  }
  let reach = 0;
  for (const { proximalEnd, distalEnd } of fibres)
    reach = Math.max(reach, high - proximalEnd, distalEnd - low, proximalEnd - low, high - distalEnd);
  return reach;
}

/** Samples until the last wave has left the last fibre. */
function samplesNeeded(fibres: readonly Fibre[], sampleRateHz: number): number {
  let seconds = 0;
  for (const { endPlate, proximalEnd, distalEnd, velocity, spikeScale } of fibres)
    seconds = Math.max(
      seconds,
      (Math.max(distalEnd - endPlate, endPlate - proximalEnd) + sourceScales * spikeScale) / velocity,
    );
  return 4 * Math.ceil((seconds * sampleRateHz + 1) / 4);
}

function requireUnits(anatomy: Anatomy, units: readonly UnitSource[], sampleRateHz: number): void {
  if (!(sampleRateHz >= 500 && sampleRateHz <= 50_000))
    throw new ConfigError(`sampleRateHz: got ${sampleRateHz} Hz, expected within [500, 50000] Hz`, {
      field: 'sampleRateHz',
      hint: 'Surface EMG needs 1000 to 2000 Hz, intramuscular EMG up to 10 000 Hz.',
    });
  if (units.length !== anatomy.muscles.length)
    throw new ConfigError(
      `units: got sources for ${units.length} muscles, expected one for each of ${anatomy.muscles.length}`,
      { field: 'units', hint: 'Create one pool per muscle of the anatomy, in its order.' },
    );
  units.forEach(({ conductionVelocity, fibreCount, velocityScale }, m) => {
    const name = anatomy.muscles[m].name;
    if (conductionVelocity.length !== fibreCount.length || fibreCount.length === 0)
      throw new ConfigError(
        `units of ${name}: got ${conductionVelocity.length} velocities and ${fibreCount.length} fibre counts, ` +
          'expected as many of each and at least one',
        { field: `muscles.${m}.unitCount`, hint: 'A muscle needs at least one motor unit.' },
      );
    for (let unit = 0; unit < fibreCount.length; unit++) {
      const velocity = conductionVelocity[unit] * (velocityScale?.[unit] ?? 1);
      if (!(velocity >= 0.5 && velocity <= 20))
        throw new ConfigError(
          `units of ${name}: got a conduction velocity of ${velocity} m/s, expected within [0.5, 20] m/s`,
          { field: `muscles.${m}`, hint: 'Motor units conduct at 2.6 to 5.3 m/s.' },
        );
      if (!(fibreCount[unit] > 0) || !Number.isFinite(fibreCount[unit]))
        throw new ConfigError(`units of ${name}: got ${fibreCount[unit]} fibres, expected a number above 0`, {
          field: `muscles.${m}`,
          hint: 'Units of limb muscles have some ten to two thousand fibres.',
        });
    }
  });
}
