import { RandomStream } from '../../ground/signal/random.js';

/** Whether paired differences could well be chance. */
export interface PermutationTest {
  /** Share of all ways to swap the two in each pair whose mean is as far from none, in either direction. */
  readonly p: number;
  /** Pairs. */
  readonly n: number;
  /** Whether all ways were tried, or some drawn. */
  readonly exact: boolean;
}

/** Pairs up to which every way is tried: 2^16 sums. */
const MOST_EXACT = 16;
const DRAWN = 20_000;
/** Sums that differ by rounding alone are equal. */
const ROUNDING = 1e-12;

/**
 * Paired permutation test, two-sided: were neither of two better, each difference might as well have the other sign.
 * Of ten pairs there are 1024 ways, so that p is never below 2/1024.
 * @param differences of each pair; those that are not finite are left out
 * @returns p of NaN where there is no pair
 */
export function pairedPermutation(differences: readonly number[]): PermutationTest {
  const known = differences.filter(Number.isFinite);
  const n = known.length;
  if (n === 0) return { p: NaN, n, exact: true };
  const exact = n <= MOST_EXACT;
  const sum = (negative: (i: number) => boolean): number =>
    known.reduce((total, difference, i) => total + (negative(i) ? -difference : difference), 0);
  const found =
    Math.abs(sum(() => false)) - ROUNDING * known.reduce((total, one) => total + Math.abs(one), 0);
  const ways = exact ? 1 << n : DRAWN;
  const random = new RandomStream(n, 'paired-permutation');
  let asFar = 0;
  for (let way = 0; way < ways; way++) {
    const bits = way;
    const signs = exact ? (i: number) => ((bits >> i) & 1) === 1 : () => random.uniform() < 0.5;
    if (Math.abs(sum(signs)) >= found) asFar++;
  }
  // What was found is one of the ways, drawn or not.
  return { p: exact ? asFar / ways : (asFar + 1) / (ways + 1), n, exact };
}

/** The lowest p that so many pairs can have, whatever their differences. */
export function leastProbability(pairs: number): number {
  return pairs <= MOST_EXACT ? 2 / (1 << pairs) : 1 / (DRAWN + 1);
}

/** Probabilities of several tests, raised so that one in twenty such families has any below 0.05 by chance (Holm 1979). */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities.map((_, i) => i).filter((i) => Number.isFinite(probabilities[i]));
  order.sort((a, b) => probabilities[a] - probabilities[b]);
  const adjusted = probabilities.map(() => NaN);
  let most = 0;
  order.forEach((i, rank) => {
    most = Math.max(most, Math.min(1, (order.length - rank) * probabilities[i]));
    adjusted[i] = most;
  });
  return adjusted;
}
