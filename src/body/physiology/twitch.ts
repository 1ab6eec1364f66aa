import type { IntervalTable } from './interval-table.js';
import { exp } from '../../ground/math/real.js';

/**
 * From discharge to force (Fuglevand, Winter & Patla 1993, eqs. 11 to 18). A twitch is f(t) = P t/T e^(1 − t/T);
 * its gain falls once the stimulus rate, normalised to the contraction time (x = T / interval), exceeds 0.4,
 * so that the mean force follows a sigmoid that saturates at tetanus.
 */

/** Normalised rate above which twitches fuse less than linearly. */
export const LINEAR_LIMIT = 0.4;

const sigmoid = (x: number): number => 1 - exp(-2 * x * x * x);
const linearWeight = sigmoid(LINEAR_LIMIT) / LINEAR_LIMIT;

/** Mean force of a regularly discharging unit relative to its tetanus, 0 … 1, at normalised rate x = T / interval. */
export function relativeForce(x: number): number {
  return x < LINEAR_LIMIT ? x * linearWeight : sigmoid(x);
}

/**
 * What one discharge adds, relative to tetanus: the weight of (t/T) e^(−t/T), such that a regular train at
 * normalised rate x has the mean {@link relativeForce}(x).
 * @param x contraction time over the interval before the discharge
 */
export function twitchWeight(x: number): number {
  return x < LINEAR_LIMIT ? linearWeight : sigmoid(x) / x;
}

const QUANTILES = 64;

/**
 * Mean relative force of an irregular train by its mean normalised rate: the weight averaged over the
 * intervals. Irregularity raises force a little below tetanus and lowers it near, because the gain is not
 * linear in the interval. A table, read by linear interpolation; nothing is allocated by reading.
 */
export class MeanForce {
  private static readonly step = 0.02;
  private static readonly end = 4;
  private readonly table: Float64Array;
  private readonly weights: Float64Array;

  /** @param intervals distribution of the intervals */
  constructor(intervals: IntervalTable) {
    const length = Math.round(MeanForce.end / MeanForce.step) + 2;
    this.table = new Float64Array(length);
    this.weights = Float64Array.from({ length }, (_, k) => twitchWeight(k * MeanForce.step));
    for (let q = 0; q < QUANTILES; q++) {
      const interval = Math.max(0.05, intervals.at(((q + 0.5) / QUANTILES) * 4294967296));
      for (let k = 1; k < length; k++) {
        const x = k * MeanForce.step;
        this.table[k] += (x * twitchWeight(x / interval)) / QUANTILES;
      }
    }
  }

  /** Mean relative force at mean normalised rate x ≥ 0. */
  at(x: number): number {
    const position = Math.min(x, MeanForce.end) / MeanForce.step;
    const k = position | 0;
    const low = this.table[k];
    return low + (position - k) * (this.table[k + 1] - low);
  }

  /** {@link twitchWeight} read from a table, to 1e-3. */
  weight(x: number): number {
    const position = Math.min(x, MeanForce.end) / MeanForce.step;
    const k = position | 0;
    const low = this.weights[k];
    return low + (position - k) * (this.weights[k + 1] - low);
  }
}
