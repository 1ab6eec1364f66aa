import { RandomStream } from '../../ground/signal/random.js';
import { IntervalTable } from './interval-table.js';
import type { MotorUnitSpec } from './motor-unit-fields.js';
import { RateLaw } from './rate-law.js';
import { rateScatter } from './rate-scatter.js';
import { contractionTimes, maximalExcitation, recruitmentThresholds, twitchForces } from './recruitment.js';
import { standardise, withoutTrend } from './standardise.js';
import { MeanForce } from './twitch.js';
import { exp, log } from '../../ground/math/real.js';

/** What a pool needs to know of its muscle. */
export interface PoolMuscle {
  readonly name: string;
  /** Motor units, at least 1. */
  readonly unitCount: number;
  /** Threshold of the last unit over that of the first. */
  readonly recruitmentRange: number;
  /** Mean rate of its units in a maximal contraction, Hz: 32 leaves the rates as the motor-unit fields have them. */
  readonly peakRateHz: number;
  /** Fibre diameter relative to a healthy fibre's 55 µm: below 1 in atrophy. */
  readonly fibreDiameterScale: number;
}

/** The motor units of one muscle, in order of recruitment: numbers only, no state. */
export interface MotorUnitPool {
  readonly name: string;
  readonly size: number;
  /** Excitation at which each unit is recruited, ascending; the first is near 1. */
  readonly recruitmentThreshold: Float64Array;
  /** Rate of each rested unit over what the law says of its threshold; all of its rates go with it. */
  readonly rateScale: Float64Array;
  /** Rate of each rested unit at maximal excitation. */
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

/** Mean rate at maximal excitation that 35 to 25 Hz give: the muscle for which the motor-unit fields hold as they are. */
const REFERENCE_RATE_HZ = 32;

/**
 * Build the pool of one muscle (Fuglevand, Winter & Patla 1993).
 *
 * A unit that discharges more slowly than its threshold says, by its muscle or by scatter, also contracts more slowly
 * in proportion: units discharge just as fast as they need to for a fused contraction (Bellemare et al. 1983). So the
 * scatter changes no force, and the vectors of recruitment hold in slow muscles too.
 *
 * @param seed of whom the pool is: conduction velocities and rates scatter by it
 * @example createPool(defaultsOf(motorUnitFields), { name: 'biceps', unitCount: 120, recruitmentRange: 30, peakRateHz: 32, fibreDiameterScale: 1 }, 1)
 */
export function createPool(spec: MotorUnitSpec, muscle: PoolMuscle, seed: number): MotorUnitPool {
  const size = muscle.unitCount;
  const recruitmentThreshold = recruitmentThresholds(size, muscle.recruitmentRange);
  const maximal = maximalExcitation(recruitmentThreshold, spec);
  const law = new RateLaw(spec, recruitmentThreshold, maximal);
  law.set(maximal);
  const level = muscle.peakRateHz / REFERENCE_RATE_HZ;
  const rateScale = rateScatter(size, spec.rateScatterPercent / 100, seed, muscle.name).map((q) => q * level);
  const twitchForce = twitchForces(size, spec.twitchForceRange);
  const contractionTimeMs = contractionTimes(twitchForce, spec).map((time, i) => time / rateScale[i]);
  const peakRateHz = recruitmentThreshold.map((threshold, i) => rateScale[i] * law.rate(i, threshold));
  const mean = new MeanForce(new IntervalTable(spec.intervalDistribution, spec.intervalCv));
  let maximalForce = 0;
  for (let i = 0; i < size; i++)
    maximalForce += twitchForce[i] * mean.at((contractionTimeMs[i] * peakRateHz[i]) / 1000);
  return {
    name: muscle.name,
    size,
    recruitmentThreshold,
    rateScale,
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
  const independent = withoutTrend(scatter, force);
  const r = spec.velocityForceCorrelation;
  const scale =
    (spec.velocityMeanMPerS / VELOCITY.mean) *
    Math.max(0.3, 1 + VELOCITY_PER_DIAMETER * (muscle.fibreDiameterScale - 1));
  return force.map((z, i) => {
    const velocity = VELOCITY.mean + VELOCITY.sd * (r * z + Math.sqrt(1 - r * r) * independent[i]);
    return scale * Math.min(VELOCITY.max, Math.max(VELOCITY.min, velocity));
  });
}
