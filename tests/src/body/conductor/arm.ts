import type { Anatomy, AnatomySpec } from '../../../../src/body/anatomy/anatomy.js';
import { resolveAnatomy } from '../../../../src/body/anatomy/resolve-anatomy.js';
import { electrodesFields, type ElectrodesSpec } from '../../../../src/body/anatomy/electrodes.js';
import { limbFields, type LimbSpec } from '../../../../src/body/anatomy/limb.js';
import { muscleFields, type MuscleSpec } from '../../../../src/body/anatomy/muscle.js';
import { surgeryFields, type SurgerySpec } from '../../../../src/body/anatomy/surgery.js';
import { spikeScale } from '../../../../src/body/conductor/spike.js';
import {
  templateOf,
  type TemplateBank,
  type UnitSource,
} from '../../../../src/body/conductor/template-bank.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

/** Changes to the default arm. */
export interface ArmChanges {
  limb?: Partial<LimbSpec>;
  surgery?: Partial<SurgerySpec>;
  muscles?: Partial<MuscleSpec>[];
  electrodes?: Partial<ElectrodesSpec>;
}

/** Description of an upper arm of one muscle, long healed, with one channel over it. */
export function armSpec({
  limb = {},
  surgery = {},
  muscles = [{}],
  electrodes = {},
}: ArmChanges = {}): AnatomySpec {
  return {
    limb: parseFields(limbFields, limb),
    surgery: parseFields(surgeryFields, { daysSinceSurgery: 3000, ...surgery }),
    muscles: muscles.map((muscle, i) => parseFields(muscleFields, { name: `muscle ${i + 1}`, ...muscle })),
    electrodes: parseFields(electrodesFields, { positions: [{ angleDeg: 0 }], ...electrodes }),
  };
}

/** Geometry of {@link armSpec}. */
export function arm(changes: ArmChanges = {}): Anatomy {
  return resolveAnatomy(armSpec(changes));
}

/** Units of like velocity and size. */
export function unitsOf(count: number, velocity = 4, fibres = 60, spikeMm = 2.07): UnitSource {
  return {
    conductionVelocity: new Float64Array(count).fill(velocity),
    fibreCount: new Float64Array(count).fill(fibres),
    territoryArea: new Float64Array(count).fill(fibres / 20e6),
    spikeScale: spikeScale(spikeMm),
  };
}

/** RMS that a channel would have with all units discharging alike and independently, relative units. */
export function rmsOf(bank: TemplateBank, channel: number): number {
  let energy = 0;
  for (let unit = 0; unit < bank.units; unit++)
    for (const v of templateOf(bank, unit, channel) ?? []) energy += v * v;
  return Math.sqrt(energy);
}

/** Centre of gravity of the summed power spectrum of a channel's templates, Hz. */
export function meanFrequency(bank: TemplateBank, channel: number): number {
  let weighted = 0;
  let total = 0;
  for (let unit = 0; unit < bank.units; unit++) {
    const x = templateOf(bank, unit, channel);
    if (!x) continue;
    for (let hz = 5; hz < bank.sampleRateHz / 2; hz += 10) {
      let re = 0;
      let im = 0;
      for (let i = 0; i < x.length; i++) {
        const phase = (2 * Math.PI * hz * i) / bank.sampleRateHz;
        re += x[i] * Math.cos(phase);
        im += x[i] * Math.sin(phase);
      }
      weighted += hz * (re * re + im * im);
      total += re * re + im * im;
    }
  }
  return weighted / total;
}
