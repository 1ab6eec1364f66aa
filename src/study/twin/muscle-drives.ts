import { mean } from '../../ground/math/statistics.js';
import { log10, pow } from '../../ground/math/real.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import type { Levels } from './twin-levels.js';

/** Shares below this are left out: what they add is lost in the others. */
const LEAST_SHARE = 0.02;

/** How a person shares each movement among their muscles, and how strongly they make it. */
export interface FittedDrives {
  /** Share of each muscle by movement, the largest of each movement 1: muscles × movements. */
  readonly drives: readonly Readonly<Record<string, number>>[];
  /** Strength of each movement in dB over the mean of all. */
  readonly strengthsDb: Readonly<Record<string, number>>;
  /** Sum of the squares of what is missing in the levels, dB². */
  readonly squares: number;
}

/** Rounds after which the shares hardly move any more. */
const ROUNDS = 150;

/**
 * Drives by which the levels of the movements come about: the power at an electrode is that of rest and the sum of the
 * powers of the muscles, each growing with the square of its drive. Every muscle is moved by what is missing where it
 * is heard, until the error in dB is least.
 *
 * @param wanted levels of the movements and of rest, dB of any common gain
 * @param alone levels by channel of each muscle alone, dB
 */
export function fitDrives(
  { active, rest: floor }: Levels,
  alone: readonly (readonly number[])[],
): FittedDrives {
  const powers = alone.map((own) => own.map(powerOf));
  const rest = floor.map(powerOf);
  const fits = [...active].map(([movement, levels]) => ({ movement, ...sharesOf(levels, rest, powers) }));
  const tops = fits.map(({ shares }) => Math.max(...shares));
  const middle = mean(tops.map((top) => 10 * log10(top)));
  return {
    drives: alone.map((_, m) =>
      Object.fromEntries(
        fits.flatMap(({ movement, shares }, k) => {
          const share = Math.sqrt(shares[m] / tops[k]);
          return share < LEAST_SHARE ? [] : [[movement, Number(share.toFixed(3))]];
        }),
      ),
    ),
    strengthsDb: Object.fromEntries(
      fits.map(({ movement }, k) => [movement, withinStrength(10 * log10(tops[k]) - middle)]),
    ),
    squares: fits.reduce((sum, { squares }) => sum + squares, 0),
  };
}

/** Factor of each muscle’s power, and what is missing by it. */
function sharesOf(
  levels: readonly number[],
  rest: readonly number[],
  powers: readonly (readonly number[])[],
): { readonly shares: readonly number[]; readonly squares: number } {
  const shares = powers.map((own) => powerOf(mean(levels)) / Math.max(...own));
  const missing = levels.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = rest.map((floor, c) => powers.reduce((sum, own, m) => sum + shares[m] * own[c], floor));
    levels.forEach((db, c) => (missing[c] = db - 10 * log10(sums[c])));
    powers.forEach((own, m) => {
      const heard = own.map((power, c) => (shares[m] * power) / sums[c]);
      const weight = heard.reduce((sum, part) => sum + part, 0);
      // A muscle that is nowhere heard stays as it is.
      if (weight > 0)
        shares[m] *= powerOf(heard.reduce((sum, part, c) => sum + part * missing[c], 0) / weight);
    });
  }
  return { shares, squares: missing.reduce((sum, db) => sum + db * db, 0) };
}

const powerOf = (db: number): number => pow(10, db / 10);

/** Kept within the range of its field. */
function withinStrength(db: number): number {
  return Number(Math.min(20, Math.max(-40, db)).toFixed(2));
}

/** A scenario whose person moves so: the drives say everything, co-activation with them. */
export function withDrives(scenario: Scenario, { drives, strengthsDb }: FittedDrives): Scenario {
  return mergeScenario(scenario, {
    muscles: scenario.muscles.map((muscle, m) => ({ ...muscle, drives: drives[m] })),
    intent: { movementStrengthDb: strengthsDb, selectivityPercent: 100, coContractionPercent: 0 },
  });
}
