import { RandomStream } from '../../ground/signal/random.js';
import { IntervalTable } from './interval-table.js';
import type { MotorUnitSpec } from './motor-unit-fields.js';
import {
  contractionTimes,
  maximalExcitation,
  peakRates,
  recruitmentThresholds,
  twitchForces,
} from './recruitment.js';
import { MeanForce } from './twitch.js';
import { exp, log, square } from '../../ground/math/real.js';

/** What a pool needs to know of its muscle. */
export interface PoolMuscle {
  readonly name: string;
  /** Motor units, at least 1. */
  readonly unitCount: number;
  /** Threshold of the last unit over that of the first. */
  readonly recruitmentRange: number;
  /** Fibre diameter relative to a healthy fibre's 55 µm: below 1 in atrophy. */
  readonly fibreDiameterScale: number;
}

/** The motor units of one muscle, in order of recruitment: numbers only, no state. */
export interface MotorUnitPool {
  readonly name: string;
  readonly size: number;
  /** Excitation at which each unit is recruited, ascending; the first is near 1. */
  readonly recruitmentThreshold: Float64Array;
  readonly peakRateHz: Float64Array;
  /** Relative to the weakest unit. */
  readonly twitchForce: Float64Array;
  readonly contractionTimeMs: Float64Array;
  /** Conduction velocity of the rested fibres, m/s. */
  readonly conductionVelocity: Float64Array;
  readonly fibreCount: Float64Array;
  /** Excitation at which the last unit reaches its peak rate. */
  readonly maximalExcitation: number;
  /** Mean force at maximal excitation, in the unit of twitchForce and relative to each unit's tetanus. */
  readonly maximalForce: number;
  readonly spec: MotorUnitSpec;
}

/**
 * Build the pool of one muscle (Fuglevand, Winter & Patla 1993).
 *
 * @param seed scenario seed: the scatter of conduction velocity is the only random part
 * @example createPool(defaultsOf(motorUnitFields), { name: 'biceps', unitCount: 120, recruitmentRange: 30, fibreDiameterScale: 1 }, 1)
 */
export function createPool(spec: MotorUnitSpec, muscle: PoolMuscle, seed: number): MotorUnitPool {
  const size = muscle.unitCount;
  const recruitmentThreshold = recruitmentThresholds(size, muscle.recruitmentRange);
  const peakRateHz = peakRates(recruitmentThreshold, spec);
  const twitchForce = twitchForces(size, spec.twitchForceRange);
  const contractionTimeMs = contractionTimes(twitchForce, spec);
  const mean = new MeanForce(new IntervalTable(spec.intervalDistribution, spec.intervalCv));
  const maximal = maximalExcitation(recruitmentThreshold, spec);
  let maximalForce = 0;
  for (let i = 0; i < size; i++) {
    const rate = Math.min(
      peakRateHz[i],
      spec.rateGain * (maximal - recruitmentThreshold[i]) + spec.minimumRateHz,
    );
    maximalForce += twitchForce[i] * mean.at((contractionTimeMs[i] * rate) / 1000);
  }
  return {
    name: muscle.name,
    size,
    recruitmentThreshold,
    peakRateHz,
    twitchForce,
    contractionTimeMs,
    conductionVelocity: conductionVelocities(spec, muscle, twitchForce, seed),
    fibreCount: fibreCounts(spec, size),
    maximalExcitation: maximal,
    maximalForce,
    spec,
  };
}

/** Innervation ratios grow exponentially over the pool (Enoka & Fuglevand 2001). */
function fibreCounts(spec: MotorUnitSpec, size: number): Float64Array {
  const exponent = log(spec.innervationRange) / Math.max(1, size - 1);
  return Float64Array.from({ length: size }, (_, i) =>
    Math.round(spec.smallestUnitFibres * exp(exponent * i)),
  );
}

/** Spread and limits of unit velocity about a mean of 3.7 m/s (Andreassen & Arendt-Nielsen 1987). */
const VELOCITY = { mean: 3.7, sd: 0.6, min: 2.6, max: 5.3 };

/** Velocity over diameter: 2.2 to 5.2 m/s over 22 to 85 µm, relative to 3.7 m/s at 55 µm. */
const VELOCITY_PER_DIAMETER = (((5.2 - 2.2) / (85 - 22)) * 55) / 3.7;

/**
 * Unit velocities that correlate with twitch force as asked: the scatter is made orthogonal to the force, so
 * that small pools keep the correlation too. Thin (atrophied) fibres conduct more slowly.
 */
function conductionVelocities(
  spec: MotorUnitSpec,
  muscle: PoolMuscle,
  twitchForce: Float64Array,
  seed: number,
): Float64Array {
  const random = new RandomStream(seed, `physiology/${muscle.name}/velocity`);
  const force = standardise(twitchForce);
  const scatter = standardise(twitchForce.map(() => random.normal()));
  const overlap = scatter.reduce((sum, e, i) => sum + e * force[i], 0) / force.length;
  const independent = standardise(scatter.map((e, i) => e - overlap * force[i]));
  const r = spec.velocityForceCorrelation;
  const scale =
    (spec.velocityMeanMPerS / VELOCITY.mean) *
    Math.max(0.3, 1 + VELOCITY_PER_DIAMETER * (muscle.fibreDiameterScale - 1));
  return force.map((z, i) => {
    const velocity = VELOCITY.mean + VELOCITY.sd * (r * z + Math.sqrt(1 - r * r) * independent[i]);
    return scale * Math.min(VELOCITY.max, Math.max(VELOCITY.min, velocity));
  });
}

/** Zero mean and unit variance; zeros where nothing varies. */
function standardise(x: Float64Array): Float64Array {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  const sd = Math.sqrt(x.reduce((sum, v) => sum + square(v - mean), 0) / x.length);
  return x.map((v) => (sd > 1e-9 ? (v - mean) / sd : 0));
}
