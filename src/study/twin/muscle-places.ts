import { exp, log } from '../../ground/math/real.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { fitDrives } from './muscle-drives.js';
import type { Levels } from './twin-levels.js';

/** Places at which every muscle is looked at, in SD of the population's muscle angles. */
const ANGLES_SD = [-2, -1, 0, 1, 2];
/** Layers of fat it is looked at through, in SD of the logarithm; those between are interpolated, as places are. */
const FATS_SD = [-1.5, 0, 1.5];
/** Steps, in SD, by which muscles and fat are then moved. */
const STEPS_SD = [1, 0.5, 0.25];
/** Levels of one session are this unsure, dB: what moving a muscle by one SD must gain. Of our choosing. */
const UNSURE_DB = 1;

/** How a limb is built, as far as levels tell: deviations from the scenario’s in SD of its population. */
export interface Places {
  readonly fat: number;
  /** Of the angle of each muscle. */
  readonly angles: readonly number[];
}

/** Levels by channel of each muscle alone, dB: muscles × channels. */
export type Alone = readonly (readonly number[])[];

/** One limb for each layer of fat and each place of its muscles, which all move alike. */
export function placedVariants(scenario: Scenario): Scenario[] {
  const { muscles } = scenario;
  return FATS_SD.flatMap((fat) =>
    ANGLES_SD.map((angle) => withPlaces(scenario, { fat, angles: muscles.map(() => angle) })),
  );
}

/** A limb with its muscles there, under that fat. */
export function withPlaces(scenario: Scenario, { fat, angles }: Places): Scenario {
  const { limb, muscles, population } = scenario;
  const step = population.muscles.angleDeg;
  const spread = Math.sqrt(log(1 + (population.limb.fatPercent / 100) * (population.limb.fatPercent / 100)));
  return mergeScenario(scenario, {
    limb: { fatThicknessMm: Number((limb.fatThicknessMm * exp(spread * fat)).toFixed(2)) },
    muscles: muscles.map((muscle, m) => ({ ...muscle, angleDeg: muscle.angleDeg + step * angles[m] })),
  });
}

/**
 * Where the muscles lie and how thick the fat is, by what comes nearest to the levels with drives that suit it; places
 * that are rare among people must be worth it. Muscles add up, so that each can be moved on its own without another
 * look.
 *
 * @param wanted levels of the movements and of rest, dB of any common gain
 * @param variants what each of {@link placedVariants} gives, in their order
 */
export function choosePlaces(wanted: Levels, variants: readonly Alone[]): Places {
  const cost = (places: Places): number => {
    const rare = [places.fat, ...places.angles].reduce((sum, sd) => sum + sd * sd, 0);
    return fitDrives(wanted, aloneAt(variants, places)).squares / (UNSURE_DB * UNSURE_DB) + rare;
  };
  let best: Places = { fat: 0, angles: (variants[0] ?? []).map(() => 0) };
  let least = cost(best);
  const consider = (places: Places): boolean => {
    const own = cost(places);
    if (own >= least) return false;
    [best, least] = [places, own];
    return true;
  };
  for (const step of STEPS_SD)
    for (let moved = true; moved;) {
      moved = false;
      for (const by of [-step, step]) {
        const fat = within(FATS_SD, best.fat + by);
        if (fat !== best.fat && consider({ ...best, fat })) moved = true;
        for (let m = 0; m < best.angles.length; m++) {
          const angle = within(ANGLES_SD, best.angles[m] + by);
          const angles = best.angles.map((old, n) => (n === m ? angle : old));
          if (angle !== best.angles[m] && consider({ ...best, angles })) moved = true;
        }
      }
    }
  return best;
}

/** What places between those looked at give, interpolated in dB. */
function aloneAt(variants: readonly Alone[], { fat, angles }: Places): number[][] {
  const [thin, thick, layer] = between(FATS_SD, fat);
  return angles.map((angle, m) => {
    const [left, right, turn] = between(ANGLES_SD, angle);
    const row = (f: number, a: number): readonly number[] => variants[f * ANGLES_SD.length + a][m];
    const mixed = (f: number, c: number): number => (1 - turn) * row(f, left)[c] + turn * row(f, right)[c];
    return row(0, 0).map((_, c) => (1 - layer) * mixed(thin, c) + layer * mixed(thick, c));
  });
}

/** The two grid points about a value, and how far it is from the first to the second. */
function between(grid: readonly number[], value: number): [number, number, number] {
  const left = Math.max(
    0,
    Math.min(
      grid.length - 2,
      grid.findLastIndex((point) => point <= value),
    ),
  );
  return [left, left + 1, (value - grid[left]) / (grid[left + 1] - grid[left])];
}

function within(grid: readonly number[], value: number): number {
  return Math.min(grid[grid.length - 1], Math.max(grid[0], value));
}
