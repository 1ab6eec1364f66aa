import { mean, rms } from '../../ground/math/statistics.js';
import { peopleSets } from '../likeness/people.js';
import type { Measured } from '../likeness/portrait.js';
import { statisticNames, type StatisticName } from '../likeness/statistic-names.js';
import { levelsOf } from './twin-levels.js';

/** How far a candidate is from the person it is to be the twin of. */
export interface TwinDistance {
  /** What the search makes small. */
  readonly loss: number;
  /** Difference of each statistic in SD between people; none where one of the two has it not. */
  readonly z: Readonly<Partial<Record<StatisticName, number>>>;
  /** RMS difference of levels by movement and channel, each without its mean, dB. */
  readonly patternDb: number;
}

/** Statistics that no person has been told apart by: kurtosis of rest hangs on single artefacts. */
const ignored: readonly StatisticName[] = ['restKurtosis'];
/** A difference of this many SD weighs half of what it would: what cannot be matched must not rule the rest. */
const ROBUST = 3;
/** Difference of levels that weighs as much as one SD of a statistic, dB; of our choosing. */
const PATTERN_DB = 2;
/** The pattern weighs as much as so many statistics. */
const PATTERN_WEIGHT = 6;

/** The sets of people whose spread is the measure: thighs for those who move a knee or ankle, else forearms. */
export function yardstick(movements: readonly string[]): readonly string[] {
  const thigh = movements.some((movement) => /knee|ankle|tibial|femoral/.test(movement));
  return thigh ? ['thigh'] : ['hand-plateau', 'forearm-force-feedback'];
}

/** SD between the people of the sets, pooled. */
function spreadOf(sets: readonly string[], name: StatisticName): number {
  const found = peopleSets.filter((set) => sets.includes(set.name));
  return rms(found.flatMap(({ statistics }) => statistics[name]?.sd ?? []));
}

/** Distance between a person and a candidate, both measured at the same rate and with the same channels. */
export function twinDistance(target: Measured, candidate: Measured): TwinDistance {
  const sets = yardstick(target.likeness.movements);
  const z: Partial<Record<StatisticName, number>> = {};
  for (const name of statisticNames) {
    const wanted = target.likeness.statistics[name];
    const got = candidate.likeness.statistics[name];
    if (wanted !== null && got !== null && !ignored.includes(name))
      z[name] = (got - wanted) / spreadOf(sets, name);
  }
  const patternDb = patternDistance(levelsOf(target).active, levelsOf(candidate).active);
  const statistics = Object.values(z).reduce((sum, value) => sum + robust(value), 0);
  return { z, patternDb, loss: statistics + PATTERN_WEIGHT * robust(patternDb / PATTERN_DB) };
}

/** Square near 0, levelling off far away (Geman & McClure 1987). */
function robust(z: number): number {
  return (z * z) / (1 + (z * z) / (ROBUST * ROBUST));
}

function patternDistance(
  target: ReadonlyMap<string, readonly number[]>,
  candidate: ReadonlyMap<string, readonly number[]>,
): number {
  const pairs = [...target].flatMap(([label, levels]) => {
    const other = candidate.get(label);
    return other ? levels.map((db, c) => db - other[c]) : [];
  });
  const middle = mean(pairs);
  return rms(pairs.map((difference) => difference - middle));
}

/** Whether a difference is more than people of the set would make in one of twenty. */
export function isFar(z: number): boolean {
  return Math.abs(z) > 2;
}
