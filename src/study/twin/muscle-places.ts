import { exp } from '../../ground/math/real.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { fitDrives } from './muscle-drives.js';
import type { Levels } from './twin-levels.js';

/** Places at which every muscle is looked at, in SD of the population's muscle angles. */
const ANGLES_SD = [-2, -1, 0, 1, 2];
/** Layers of fat it is looked at through, as natural logarithms of the typical one. */
const FAT_STEPS = [-0.4, 0, 0.4];
/** Levels of one session are this unsure, dB: what moving a muscle by one SD must gain. Of our choosing. */
const UNSURE_DB = 1;
/** Times that every muscle is moved. */
const SWEEPS = 3;

/** How a limb is built, as far as levels tell. */
export interface Places {
  /** Place in {@link FAT_STEPS}. */
  readonly fat: number;
  /** Place of each muscle in {@link ANGLES_SD}. */
  readonly angles: readonly number[];
}

/** One limb for each layer of fat and each place of its muscles, which all move alike; in the order of {@link at}. */
export function placedVariants(scenario: Scenario): Scenario[] {
  const { muscles } = scenario;
  return FAT_STEPS.flatMap((_, fat) =>
    ANGLES_SD.map((__, angle) => withPlaces(scenario, { fat, angles: muscles.map(() => angle) })),
  );
}

/** A limb with its muscles there, under that fat. */
export function withPlaces(scenario: Scenario, { fat, angles }: Places): Scenario {
  const { limb, muscles, population } = scenario;
  const step = population.muscles.angleDeg;
  return mergeScenario(scenario, {
    limb: { fatThicknessMm: limb.fatThicknessMm * exp(FAT_STEPS[fat]) },
    muscles: muscles.map((muscle, m) => ({
      ...muscle,
      angleDeg: muscle.angleDeg + step * ANGLES_SD[angles[m]],
    })),
  });
}

/**
 * Where the muscles lie and how thick the fat is, by what comes nearest to the levels with drives that suit it; places
 * that are rare among people must be worth it. Muscles add up, so that each can be moved on its own without another
 * look.
 *
 * @param wanted levels of the movements and of rest, dB of any common gain
 * @param alone levels by channel of each muscle alone, for every variant: variants × muscles × channels
 */
export function choosePlaces(wanted: Levels, alone: readonly (readonly (readonly number[])[])[]): Places {
  const cost = ({ fat, angles }: Places): number => {
    const own = angles.map((angle, m) => alone[at(fat, angle)][m]);
    const rare = angles.reduce((sum, angle) => sum + ANGLES_SD[angle] * ANGLES_SD[angle], 0);
    return fitDrives(wanted, own).squares / (UNSURE_DB * UNSURE_DB) + rare;
  };
  const muscles = alone[0]?.length ?? 0;
  let best: Places = {
    fat: FAT_STEPS.indexOf(0),
    angles: Array.from({ length: muscles }, () => ANGLES_SD.indexOf(0)),
  };
  let least = cost(best);
  const consider = (places: Places): void => {
    const own = cost(places);
    if (own < least) [best, least] = [places, own];
  };
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const before = least;
    FAT_STEPS.forEach((_, fat) => consider({ ...best, fat }));
    for (let m = 0; m < muscles; m++)
      ANGLES_SD.forEach((_, angle) =>
        consider({ ...best, angles: best.angles.map((old, n) => (n === m ? angle : old)) }),
      );
    if (least === before) break;
  }
  return best;
}

/** Number of the variant with a layer of fat and all muscles at a place. */
function at(fat: number, angle: number): number {
  return fat * ANGLES_SD.length + angle;
}
