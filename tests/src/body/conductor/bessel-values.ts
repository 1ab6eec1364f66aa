import { climb, createLadder, type BesselLadder } from '../../../../src/body/conductor/bessel.js';
import { exp, log } from '../../../../src/ground/math/real.js';

/** Values of single orders, from the ladder of ratios that the conductor climbs. */

/** e^(−x) I_n(x). */
export function besselI(n: number, x: number): number {
  return exp(logBesselI(n, x));
}

/** e^x K_n(x); Infinity beyond the range of a double. */
export function besselK(n: number, x: number): number {
  return exp(logBesselK(n, x));
}

/** ln(e^(−x) I_n(x)), finite for every n and x > 0. */
export function logBesselI(n: number, x: number): number {
  const ladder = ladderAt(n, x);
  return sumOfLogs(ladder.i0, ladder.ratioI, n);
}

/** ln(e^x K_n(x)), finite for every n and x > 0. */
export function logBesselK(n: number, x: number): number {
  const ladder = ladderAt(n, x);
  return sumOfLogs(ladder.k0, ladder.ratioK, n);
}

function ladderAt(n: number, x: number): BesselLadder {
  const ladder = createLadder(n);
  climb(ladder, x, n);
  return ladder;
}

/** ln(first · ratio_0 · … · ratio_(n−1)), multiplying while it is safe so that rounding stays small. */
function sumOfLogs(first: number, ratios: Float64Array, n: number): number {
  let sum = 0;
  let product = first;
  for (let j = 0; j < n; j++) {
    product *= ratios[j];
    if (product > 1e200 || product < 1e-200) {
      sum += log(product);
      product = 1;
    }
  }
  return sum + log(product);
}
