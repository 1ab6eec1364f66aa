import type { MotorUnitSpec } from './motor-unit-fields.js';
import { peakRates } from './recruitment.js';
import { exp } from '../../ground/math/real.js';

/**
 * Slowest discharge before a unit falls silent, of the rate at recruitment: self-sustained units and the last units of
 * De Luca's equation would otherwise come to a halt by degrees. Assumption.
 */
const SLOWEST = 0.4;

/** Constants of De Luca's equation for one muscle: excitation and threshold as parts of their maximum, rates in Hz. */
export interface FiringSpectrum {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
}

/**
 * λ(φ, τ) = D φ + (C − A e^(−φ/B)) τ + E, the rate at excitation φ of a unit recruited at τ, fitted to 1 273 trains of
 * six people (De Luca & Hostage 2010). The constants are taken second-hand, not from the paper itself.
 */
export const firingSpectra: Readonly<Record<MotorUnitSpec['spectrumMuscle'], FiringSpectrum>> = {
  'vastus-lateralis': { a: 116, b: 0.15, c: -21, d: 8.03, e: 19 },
  'tibialis-anterior': { a: 65, b: 0.3, c: -30, d: 6.54, e: 20.2 },
  'first-dorsal-interosseous': { a: 85, b: 0.32, c: -23, d: 6.93, e: 20.9 },
};

/**
 * Discharge rates of a pool against its excitation, before each unit's own scale. Both laws are straight lines in the
 * recruitment threshold at any one excitation, which is why one kernel serves them:
 * rate = base + slope · threshold, at most the unit's ceiling, at least {@link floor}.
 *
 * - Fuglevand, Winter & Patla 1993: min(peak, g (E − threshold) + minimum).
 * - De Luca & Hostage 2010: {@link FiringSpectrum}, with excitation and threshold over maximal excitation. It has no
 *   ceiling: rates saturate by themselves.
 */
export class RateLaw {
  /** Hz, at the excitation set last. */
  base = 0;
  /** Hz per unit of recruitment threshold, at the excitation set last. */
  slope = 0;
  /** Hz per unit of excitation that a change common to all units adds above the ceilings. */
  readonly riding: number;
  readonly floor: number;
  /** Highest rate of each unit, Hz; infinite where the law has none. */
  readonly ceiling: Float64Array;
  private readonly spectrum: FiringSpectrum | undefined;

  /**
   * @param thresholds recruitment thresholds, ascending
   * @param maximalExcitation excitation that counts as 1 in De Luca's equation
   */
  constructor(
    private readonly spec: MotorUnitSpec,
    thresholds: Float64Array,
    private readonly maximalExcitation: number,
  ) {
    const deLuca = spec.rateLaw === 'de-luca';
    this.spectrum = deLuca ? firingSpectra[spec.spectrumMuscle] : undefined;
    this.ceiling = deLuca ? thresholds.map(() => Infinity) : peakRates(thresholds, spec);
    this.riding = deLuca ? 0 : spec.rateGain;
    this.floor = SLOWEST * spec.minimumRateHz;
  }

  /** Set the excitation whose rates are asked for. */
  set(excitation: number): void {
    const { spectrum, spec, maximalExcitation } = this;
    if (spectrum) {
      const part = excitation / maximalExcitation;
      this.base = spectrum.d * part + spectrum.e;
      this.slope = (spectrum.c - spectrum.a * exp(-part / spectrum.b)) / maximalExcitation;
    } else {
      this.base = spec.rateGain * excitation + spec.minimumRateHz;
      this.slope = -spec.rateGain;
    }
  }

  /** Rate of a recruited unit in Hz, at the excitation set last. */
  rate(unit: number, threshold: number): number {
    return Math.max(this.floor, Math.min(this.ceiling[unit], this.base + this.slope * threshold));
  }
}
