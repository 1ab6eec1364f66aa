import { mean, sampleDeviation } from '../../ground/math/statistics.js';
import type { PeopleSet, Spread } from './people.js';
import { isSpectral, statisticNames, type StatisticName } from './statistic-names.js';
import type { Likeness } from './statistics.js';

/** The statistics of one side of a comparison, over its people. */
export interface SideStatistics {
  readonly statistics: PeopleSet['statistics'];
  readonly bandHz: readonly [low: number, high: number];
  /** Why a statistic has no value. */
  readonly missing: Readonly<Partial<Record<StatisticName, string>>>;
}

/** One statistic of both sides. */
export interface StatisticRow {
  readonly name: StatisticName;
  readonly real: Spread | null;
  readonly simulated: Spread | null;
  /** Simulated less real. */
  readonly difference: number | null;
  /** The difference in standard deviations between people, and whose they are. */
  readonly z: number | null;
  readonly zOf: 'real' | 'simulated' | null;
  /** Simulated over real standard deviation between people. */
  readonly sdRatio: number | null;
  /** Why the sides are not compared. */
  readonly reason?: string;
}

/** Mean and SD over people; who lacks a statistic does not count. */
export function overPeople(likenesses: readonly Likeness[]): SideStatistics {
  const statistics: Partial<Record<StatisticName, Spread>> = {};
  const missing: Partial<Record<StatisticName, string>> = {};
  for (const name of statisticNames) {
    const values = likenesses.flatMap(({ statistics: own }) => own[name] ?? []);
    if (values.length > 0)
      statistics[name] = {
        mean: mean(values),
        sd: values.length > 1 ? sampleDeviation(values) : null,
        n: values.length,
      };
    else missing[name] = likenesses[0]?.missing[name] ?? 'nobody has it';
  }
  return { statistics, missing, bandHz: likenesses[0]?.bandHz ?? [0, 0] };
}

/** A set of published numbers as a side. */
export function ofSet({ statistics, bandHz, name }: PeopleSet): SideStatistics {
  const lacking = statisticNames.filter((statistic) => !statistics[statistic]);
  return {
    statistics,
    bandHz,
    missing: Object.fromEntries(lacking.map((statistic) => [statistic, `people:${name} does not have it`])),
  };
}

/**
 * Both sides, statistic by statistic. The difference is told in the SD between the real people where several are
 * known, else between the simulated ones, else not at all.
 */
export function statisticRows(real: SideStatistics, simulated: SideStatistics): StatisticRow[] {
  const sameBand = real.bandHz[1] === simulated.bandHz[1];
  return statisticNames.map((name) => {
    const ours = real.statistics[name] ?? null;
    const theirs = simulated.statistics[name] ?? null;
    const apart = !sameBand && isSpectral(name);
    const row = { name, real: ours, simulated: theirs };
    if (!ours || !theirs || apart) {
      const reason =
        real.missing[name] ??
        simulated.missing[name] ??
        `bands differ: real up to ${real.bandHz[1]} Hz, simulated up to ${simulated.bandHz[1]} Hz`;
      return { ...row, difference: null, z: null, zOf: null, sdRatio: null, reason };
    }
    const difference = theirs.mean - ours.mean;
    const zOf = spreads(ours) ? 'real' : spreads(theirs) ? 'simulated' : null;
    const sd = zOf === 'real' ? ours.sd : zOf === 'simulated' ? theirs.sd : null;
    return {
      ...row,
      difference,
      z: sd === null ? null : difference / sd,
      zOf,
      sdRatio: spreads(ours) && theirs.sd !== null ? theirs.sd / ours.sd : null,
    };
  });
}

function spreads(spread: Spread): spread is Spread & { readonly sd: number } {
  return spread.sd !== null && spread.sd > 0;
}
