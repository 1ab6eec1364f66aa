import { DERECRUITMENT_DELTA_HZ, type UnitCondition } from './force-curve.js';
import type { MotorUnitSpec } from './motor-unit-fields.js';
import type { MotorUnitPool } from './motor-unit-pool.js';
import { exp, log } from '../../ground/math/real.js';

/** Fall of velocity in the first unit, all oxidative, relative to that in the last. Assumption. */
const OXIDATIVE = 0.4;

/**
 * Fatigue and recovery of the units of one pool, after Potvin & Fuglevand 2017: force falls at a rate that
 * grows 180-fold over the pool and with the unit's relative force, contraction slows in proportion to the
 * force lost, and the discharge rate sags the more, the later a unit is recruited.
 *
 * Three things go beyond that paper and are assumptions: a silent unit regains force and rate exponentially, and
 * conduction velocity falls with metabolic load, less in small oxidative units, within the range that sustained
 * contractions show (Naeije & Zorn 1982), and recovers as force does. The load is that of the unit itself, or of
 * the whole muscle where that is higher: potassium and acid gather between all fibres once the muscle's own
 * pressure stops its blood, at 50 to 64 % MVC (sadamoto-1983), so that a unit recruited late into a hard
 * contraction is slow from its first discharge on. Third, the action potential gets longer along the fibres of the
 * whole muscle in proportion to the same strain.
 */
export class Fatigue implements UnitCondition {
  readonly capacity: Float64Array;
  readonly slowing: Float64Array;
  readonly sag: Float64Array;
  /** Conduction velocity relative to rested, 0 … 1. */
  readonly velocityScale: Float64Array;
  private readonly adapted: Float64Array;
  private readonly strain: Float64Array;
  private readonly lossPerSecond: Float64Array;
  private readonly sagLimit: Float64Array;
  private readonly velocityFall: Float64Array;
  private stretch = 1;

  constructor(
    private readonly pool: MotorUnitPool,
    private spec: MotorUnitSpec = pool.spec,
  ) {
    const n = pool.size;
    this.capacity = new Float64Array(n).fill(1);
    this.slowing = new Float64Array(n).fill(1);
    this.velocityScale = new Float64Array(n).fill(1);
    this.sag = new Float64Array(n);
    this.adapted = new Float64Array(n);
    this.strain = new Float64Array(n);
    this.lossPerSecond = new Float64Array(n);
    this.sagLimit = new Float64Array(n);
    this.velocityFall = new Float64Array(n);
    this.update(spec);
  }

  /** Take over changed parameters; what the units have gone through stays. */
  update(spec: MotorUnitSpec): void {
    this.spec = spec;
    const { size, recruitmentThreshold } = this.pool;
    const last = recruitmentThreshold[size - 1];
    const exponent = log(spec.fatigabilityRange) / Math.max(1, size - 1);
    for (let i = 0; i < size; i++) {
      this.lossPerSecond[i] = (spec.fatigueFactor / spec.fatigabilityRange) * exp(exponent * i);
      const rank = i / Math.max(1, size - 1);
      this.velocityFall[i] = (spec.velocityDeclinePercent / 100) * (OXIDATIVE + (1 - OXIDATIVE) * rank);
      this.sagLimit[i] = (spec.rateAdaptation * (recruitmentThreshold[i] - 1)) / Math.max(1e-9, last - 1);
    }
  }

  /** Length of the action potential along the fibres relative to rested, ≥ 1, alike in all units of the muscle. */
  get spikeStretch(): number {
    return this.stretch;
  }

  /** Rate in Hz that is left of a rested unit's rate. */
  rate(unit: number, rested: number): number {
    return rested - this.sag[unit] * (rested - this.spec.minimumRateHz + DERECRUITMENT_DELTA_HZ);
  }

  /**
   * Advance all units by some time.
   * @param seconds much shorter than the time constants; 0.1 s is fine
   * @param relativeForce of each unit to its tetanus at present, 0 for silent units
   */
  advance(seconds: number, relativeForce: Float64Array): void {
    const { spec } = this;
    const adapt = seconds / spec.rateAdaptationTimeS;
    const recover = seconds / spec.recoveryTimeS;
    const strain = seconds / spec.velocityDeclineTimeS;
    const shared = this.muscleLoad(relativeForce);
    let strained = 0;
    let fibres = 0;
    for (let i = 0; i < this.pool.size; i++) {
      const force = relativeForce[i];
      if (force > 0) {
        this.capacity[i] = Math.max(0, this.capacity[i] - this.lossPerSecond[i] * force * seconds);
        this.adapted[i] += (1 - this.adapted[i]) * adapt;
      } else {
        this.capacity[i] += (1 - this.capacity[i]) * recover;
        this.adapted[i] -= this.adapted[i] * adapt;
      }
      const load = Math.max(force, shared);
      this.strain[i] += load * (1 - this.strain[i]) * strain - (1 - load) * this.strain[i] * recover;
      this.sag[i] = this.sagLimit[i] * this.adapted[i];
      this.slowing[i] = 1 + spec.contractionSlowing * (1 - this.capacity[i]);
      this.velocityScale[i] = 1 - this.velocityFall[i] * this.strain[i];
      strained += this.strain[i] * this.pool.fibreCount[i];
      fibres += this.pool.fibreCount[i];
    }
    this.stretch = 1 + (spec.spikeWideningPercent / 100) * (strained / fibres);
  }

  /** Force of the whole pool relative to its tetanus. */
  private muscleLoad(relativeForce: Float64Array): number {
    const { size, twitchForce } = this.pool;
    let load = 0;
    let most = 0;
    for (let i = 0; i < size; i++) {
      load += twitchForce[i] * relativeForce[i];
      most += twitchForce[i];
    }
    return load / most;
  }

  /** Rest every unit completely. */
  reset(): void {
    for (const state of [this.capacity, this.slowing, this.velocityScale]) state.fill(1);
    for (const state of [this.sag, this.adapted, this.strain]) state.fill(0);
    this.stretch = 1;
  }
}
