import type { MotorUnitPool } from './motor-unit-pool.js';
import { RateLaw } from './rate-law.js';
import type { MeanForce } from './twitch.js';

/** What fatigue has done to each unit. */
export interface UnitCondition {
  /** Force relative to fresh, 0 … 1. */
  readonly capacity: Float64Array;
  /** Contraction time relative to fresh, ≥ 1. */
  readonly slowing: Float64Array;
  /** Sag of the rate, before the unit's scale: effective rate = rate − sag·(rate − minimum + delta). */
  readonly sag: Float64Array;
}

/** How far below its rate at recruitment a tired unit may discharge, Hz before its scale (Potvin & Fuglevand 2017: d = 2). */
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
  private readonly capacity: Float64Array;
  private readonly slowing: Float64Array;
  private readonly sag: Float64Array;
  private readonly law: RateLaw;

  constructor(
    private readonly pool: MotorUnitPool,
    private readonly mean: MeanForce,
  ) {
    for (let k = 0; k < POINTS; k++) {
      const part = k / (POINTS - 1);
      this.excitation[k] = pool.maximalExcitation * part * part;
    }
    this.law = new RateLaw(pool.spec, pool.recruitmentThreshold, pool.maximalExcitation);
    this.capacity = new Float64Array(pool.size).fill(1);
    this.slowing = new Float64Array(pool.size).fill(1);
    this.sag = new Float64Array(pool.size);
  }

  /** Largest force that can be had now, relative to the fresh maximum. */
  get maximum(): number {
    return this.point(POINTS - 1);
  }

  /**
   * Take account of what fatigue has done since; none: all units are fresh. The condition is copied: when a point
   * is computed must not matter, or looking at the curve would change what follows.
   */
  update(condition?: UnitCondition): void {
    if (condition) {
      this.capacity.set(condition.capacity);
      this.slowing.set(condition.slowing);
      this.sag.set(condition.sag);
    } else {
      this.capacity.fill(1);
      this.slowing.fill(1);
      this.sag.fill(0);
    }
    this.known.fill(0);
  }

  private point(k: number): number {
    if (this.known[k] === 0) {
      this.force[k] = this.forceAt(this.excitation[k]);
      this.known[k] = 1;
    }
    return this.force[k];
  }

  /** Steady mean force, as a fraction of the fresh maximum, at an absolute excitation. */
  forceAt(excitation: number): number {
    const { law } = this;
    const { size, recruitmentThreshold, rateScale, twitchForce, contractionTimeMs, spec } = this.pool;
    law.set(excitation);
    let sum = 0;
    for (let i = 0; i < size && recruitmentThreshold[i] <= excitation; i++) {
      let rate = law.rate(i, recruitmentThreshold[i]);
      rate -= this.sag[i] * (rate - spec.minimumRateHz + DERECRUITMENT_DELTA_HZ);
      const x = contractionTimeMs[i] * this.slowing[i] * rateScale[i] * rate * 1e-3;
      sum += twitchForce[i] * this.capacity[i] * this.mean.at(x);
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
