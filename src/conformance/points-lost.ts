import type { Expectation } from './expectation.js';

/** Points of accuracy that people were reported to lose, without the spread of it: half to double is held to be the same. */
export function pointsLost(what: string, loss: number): Expectation {
  return {
    what,
    unit: 'points',
    digits: 1,
    heldTo: 'limits',
    low: -2 * loss,
    high: -loss / 2,
    why: `${loss} % lower over six sets, whose SD is not in the abstract; half to double (ours)`,
  };
}
