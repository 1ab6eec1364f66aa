import { relativeForce } from './twitch.js';
import { exp, log, pow } from '../../ground/math/real.js';

/** Numbers that turn excitation into discharge rates; the names are those of the motor-unit fields. */
export interface RateCoding {
  /** g: 1/s per unit of excitation. */
  readonly rateGain: number;
  readonly minimumRateHz: number;
  readonly peakRateFirstHz: number;
  readonly peakRateLastHz: number;
}

/** Twitch numbers of a pool; the names are those of the motor-unit fields. */
export interface TwitchRange {
  readonly twitchForceRange: number;
  readonly contractionTimeMs: number;
  readonly contractionTimeRange: number;
}

/**
 * Recruitment threshold excitations RTE_i = exp(i·ln RR / n), i = 1 … n, ascending
 * (Fuglevand, Winter & Patla 1993, eq. 1).
 */
export function recruitmentThresholds(size: number, recruitmentRange: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => exp(((i + 1) * log(recruitmentRange)) / size));
}

/**
 * Peak discharge rates in Hz, falling (De Luca's order) or rising in proportion to the recruitment threshold:
 * PFR_i = PFR_1 − PFRD·RTE_i / RTE_n (Fuglevand, Winter & Patla 1993, eq. 3).
 */
export function peakRates(thresholds: Float64Array, coding: RateCoding): Float64Array {
  const last = thresholds[thresholds.length - 1];
  const difference = coding.peakRateFirstHz - coding.peakRateLastHz;
  return thresholds.map((threshold) => coding.peakRateFirstHz - (difference * threshold) / last);
}

/** Twitch forces P_i = exp(i·ln RP / n): 1 is about the weakest unit's (Fuglevand 1993, eq. 13). */
export function twitchForces(size: number, range: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => exp(((i + 1) * log(range)) / size));
}

/** Contraction times T_i = T_L·(1/P_i)^(1/c) in ms, c = ln RP / ln RT (Fuglevand 1993, eq. 14). */
export function contractionTimes(twitchForce: Float64Array, range: TwitchRange): Float64Array {
  const c = log(range.twitchForceRange) / log(range.contractionTimeRange);
  return twitchForce.map((force) => range.contractionTimeMs * pow(force, -1 / c));
}

/** Mean discharge rate in Hz of a unit at an excitation; 0 below its threshold. */
export function dischargeRate(
  excitation: number,
  threshold: number,
  peakRateHz: number,
  coding: RateCoding,
): number {
  if (excitation < threshold) return 0;
  return Math.min(peakRateHz, coding.rateGain * (excitation - threshold) + coding.minimumRateHz);
}

/** Excitation at which the last unit recruited reaches its peak rate: maximal voluntary excitation. */
export function maximalExcitation(thresholds: Float64Array, coding: RateCoding): number {
  return thresholds[thresholds.length - 1] + (coding.peakRateLastHz - coding.minimumRateHz) / coding.rateGain;
}

/**
 * Where recruitment ends: the excitation and the steady force at which the last unit is recruited, both as
 * fractions of their maximum. With the defaults of the motor-unit fields, a range of 7.3 / 17 / 30 / 39.7 / 50
 * gives 30 / 50 / 64 / 70 / 75 % of excitation and 22 / 41 / 62 / 73 / 80 % of force.
 *
 * @param recruitmentRange RR, threshold of the last unit over that of the first, above 1
 * @param size number of units
 */
export function recruitmentEnd(
  recruitmentRange: number,
  coding: RateCoding,
  twitch: TwitchRange,
  size = 120,
): { excitation: number; force: number } {
  const thresholds = recruitmentThresholds(size, recruitmentRange);
  const peaks = peakRates(thresholds, coding);
  const forces = twitchForces(size, twitch.twitchForceRange);
  const times = contractionTimes(forces, twitch);
  const steady = (excitation: number): number => {
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const rate = dischargeRate(excitation, thresholds[i], peaks[i], coding);
      sum += forces[i] * relativeForce((times[i] * rate) / 1000);
    }
    return sum;
  };
  const end = thresholds[size - 1];
  const maximal = maximalExcitation(thresholds, coding);
  return { excitation: end / maximal, force: steady(end) / steady(maximal) };
}
