import type { MotorUnitPool } from './motor-unit-pool.js';
import type { MeanForce } from './twitch.js';

/** What fatigue has done to each unit; where absent, all are fresh. */
export interface UnitCondition {
  /** Force relative to fresh, 0 … 1. */
  readonly capacity: Float64Array;
  /** Contraction time relative to fresh, ≥ 1. */
  readonly slowing: Float64Array;
  /** Sag of the rate: effective rate = rate − sag·(rate − minimum + delta). */
  readonly sag: Float64Array;
}

/** How far below its rate at recruitment a tired unit may discharge, Hz (Potvin & Fuglevand 2017: d = 2). */
export const DERECRUITMENT_DELTA_HZ = 2;

const POINTS = 65;

/**
 * Steady force against excitation, and its inverse: how a request for “30 % MVC” becomes the excitation
 * that yields it. Sampled more densely at low excitation, where recruitment is fast. Points are computed when
 * a search first needs them, so that following units that tire is cheap; nothing is allocated.
 */
export class ForceCurve {
  private readonly excitation = new Float64Array(POINTS);
  private readonly force = new Float64Array(POINTS);
  private readonly known = new Uint8Array(POINTS);
  private condition: UnitCondition | undefined;

  constructor(
    private readonly pool: MotorUnitPool,
    private readonly mean: MeanForce,
  ) {
    for (let k = 0; k < POINTS; k++) {
      const part = k / (POINTS - 1);
      this.excitation[k] = pool.maximalExcitation * part * part;
    }
  }

  /** Largest force that can be had now, relative to the fresh maximum. */
  get maximum(): number {
    return this.point(POINTS - 1);
  }

  /** Take account of what fatigue has done since; none: all units are fresh. */
  update(condition?: UnitCondition): void {
    this.condition = condition;
    this.known.fill(0);
  }

  private point(k: number): number {
    if (this.known[k] === 0) {
      this.force[k] = this.forceAt(this.excitation[k], this.condition);
      this.known[k] = 1;
    }
    return this.force[k];
  }

  /** Steady mean force, as a fraction of the fresh maximum, at an absolute excitation. */
  forceAt(excitation: number, condition?: UnitCondition): number {
    const { size, recruitmentThreshold, peakRateHz, twitchForce, contractionTimeMs, spec } = this.pool;
    let sum = 0;
    for (let i = 0; i < size && recruitmentThreshold[i] <= excitation; i++) {
      let rate = Math.min(
        peakRateHz[i],
        spec.rateGain * (excitation - recruitmentThreshold[i]) + spec.minimumRateHz,
      );
      let force = twitchForce[i];
      let time = contractionTimeMs[i];
      if (condition) {
        rate -= condition.sag[i] * (rate - spec.minimumRateHz + DERECRUITMENT_DELTA_HZ);
        force *= condition.capacity[i];
        time *= condition.slowing[i];
      }
      sum += force * this.mean.at(time * rate * 1e-3);
    }
    return sum / this.pool.maximalForce;
  }

  /** Absolute excitation that yields a force: 0 for none, maximal where the force cannot be had. */
  excitationFor(force: number): number {
    if (!(force > 0)) return 0;
    let low = 0;
    let high = POINTS - 1;
    if (force >= this.point(high)) return this.excitation[high];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.point(middle) < force) low = middle;
      else high = middle;
    }
    const below = this.point(low);
    const part = (force - below) / (this.point(high) - below);
    return this.excitation[low] + part * (this.excitation[high] - this.excitation[low]);
  }
}
