import { RandomStream } from '../../ground/signal/random.js';
import { exp } from '../../ground/math/real.js';
import { standardise, withoutTrend } from './standardise.js';

/** Draws beyond this many standard deviations are cut: rates of one muscle cover a fourfold range (Bellemare 1983). */
const REACH = 2.5;

/**
 * How fast each unit of a pool discharges relative to what its threshold says: log-normal with a mean of 1, and not
 * correlated with the order of recruitment, so that earlier units are faster in the mean at every force.
 *
 * @param spread standard deviation of the logarithm, 0 for none
 */
export function rateScatter(size: number, spread: number, seed: number, muscle: string): Float64Array {
  const random = new RandomStream(seed, `physiology/${muscle}/rates`);
  const draws = Float64Array.from({ length: size }, () => Math.min(REACH, Math.max(-REACH, random.normal())));
  const rank = standardise(draws.map((_, i) => i));
  const scatter = withoutTrend(standardise(draws), rank).map((z) => exp(spread * z));
  const mean = scatter.reduce((sum, v) => sum + v, 0) / size;
  return scatter.map((v) => v / mean);
}
