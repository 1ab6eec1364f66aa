import { exp } from '../../../ground/math/real.js';

/** Steps of the table per unit of the exponent. */
const STEPS = 32;
/** Below exp(−FAR) nothing is left of a sum of order 1. */
const FAR = 40;

const table = Float64Array.from({ length: FAR * STEPS + 2 }, (_, k) => exp(-k / STEPS));

/**
 * exp(x) for x ≤ 0 to a relative 1e-11, three times faster than Math.exp: the nearest tabulated value times a
 * polynomial in the rest. 0 below −40.
 */
export function decay(x: number): number {
  const scaled = -x * STEPS;
  if (!(scaled < FAR * STEPS)) return 0;
  const k = (scaled + 0.5) | 0;
  const rest = x + k / STEPS;
  return table[k] * (1 + rest * (1 + rest * (0.5 + rest * (1 / 6 + rest / 24))));
}
