import { MM } from '../../ground/signal/units.js';
import type { SurgerySpec } from './surgery.js';
import { exp, pow } from '../../ground/math/real.js';

/** How far a limb has recovered. The courses are assumptions: no measurement gives their time constants. */
export interface Recovery {
  /** Thickness that swelling adds under the skin, m. */
  readonly swelling: number;
  /** Voluntary activation, 0…1; 0 under a nerve block. */
  readonly activation: number;
  /** Share of a transferred nerve's new muscle that is reinnervated, 0…1. */
  readonly reinnervation: number;
  /** Share of the final atrophy that has happened, 0…1. */
  readonly atrophy: number;
  /** Contact impedance relative to the healed limb, 1…1.5: wound and scab under the contacts. */
  readonly contactImpedance: number;
}

/** State of recovery at `daysSinceSurgery`. */
export function recoveryAt(surgery: SurgerySpec): Recovery {
  const days = surgery.daysSinceSurgery;
  const remaining = (constant: number): number => exp(-days / constant);
  return {
    swelling: surgery.swellingMm * MM * remaining(surgery.swellingDays),
    activation: surgery.nerveBlock ? 0 : 1 - surgery.activationLoss * remaining(surgery.activationDays),
    // Axons first have to grow to the muscle: nothing for weeks, then most of it within some months.
    reinnervation: 1 - exp(-pow(days / surgery.reinnervationDays, 3)),
    atrophy: 1 - remaining(surgery.atrophyDays),
    contactImpedance: 1 + 0.5 * remaining(surgery.swellingDays),
  };
}
