import { median } from '../../ground/math/statistics.js';
import type { ComparedSide, Comparison } from './compare.js';
import type { RelativeSpectrum } from './portrait.js';
import type { Spread } from './people.js';
import { statisticInfos } from './statistic-names.js';

/** Columns of the table of statistics as CSV, in order. */
export const statisticColumns = [
  'statistic',
  'unit',
  'realMean',
  'realSd',
  'realPeople',
  'simulatedMean',
  'simulatedSd',
  'simulatedPeople',
  'difference',
  'z',
  'zOf',
  'sdRatio',
  'reason',
] as const;

/** The table of statistics as rows of {@link statisticColumns}; what is not there is empty. */
export function statisticTable({ rows }: Comparison): (string | number)[][] {
  return rows.map(({ name, real, simulated, difference, z, zOf, sdRatio, reason }) =>
    [
      name,
      statisticInfos[name].unit,
      ...numbersOf(real),
      ...numbersOf(simulated),
      difference,
      z,
      zOf,
      sdRatio,
      reason,
    ].map((value) => value ?? ''),
  );
}

function numbersOf(spread: Spread | null): (number | null)[] {
  return spread ? [spread.mean, spread.sd, spread.n] : [null, null, null];
}

/** How many statistics lie how near, of those that are compared. */
export function nearness({ rows }: Comparison): { compared: number; within1: number; within2: number } {
  const distances = rows.flatMap(({ z }) => (z === null ? [] : [Math.abs(z)]));
  return {
    compared: distances.length,
    within1: distances.filter((z) => z <= 1).length,
    within2: distances.filter((z) => z <= 2).length,
  };
}

/** The comparison as JSON: everything that is told, without the windows it was taken from. */
export function comparisonJson(comparison: Comparison): unknown {
  const { real, simulated, rows, twoSample, transfer, match, notes } = comparison;
  return {
    real: sideJson(real),
    simulated: sideJson(simulated),
    ...nearness(comparison),
    statistics: rows,
    ...(twoSample && { twoSample }),
    ...(transfer && { training: transfer.rows, trainingFailures: transfer.failures }),
    ...(match && { channelMatch: match }),
    notes,
  };
}

function sideJson(side: ComparedSide): unknown {
  const { name, set, portraits } = side;
  const [first] = portraits;
  if (set) return { name, who: set.who, conditions: set.conditions };
  return {
    name,
    sampleRateHz: first?.likeness.sampleRateHz,
    channels: first?.likeness.channels,
    movements: first?.likeness.movements,
    people: portraits.map((portrait) => ({
      name: portrait.name,
      recordings: portrait.likeness.recordings,
      statistics: portrait.likeness.statistics,
      missing: portrait.likeness.missing,
      pattern: portrait.pattern,
    })),
    spectrum: spectrumOf(side),
    correlations: correlationsOf(side),
  };
}

/** The middle one of people's spectra; none where the side has no recordings. */
export function spectrumOf({ portraits }: ComparedSide): RelativeSpectrum | undefined {
  const [first] = portraits;
  if (!first) return undefined;
  const { frequency } = first.spectrum;
  return {
    frequency,
    decibel: frequency.map((_, bin) => median(portraits.map(({ spectrum }) => spectrum.decibel[bin]))),
  };
}

/** The middle one of people's correlations between channels. */
export function correlationsOf({ portraits }: ComparedSide): number[][] | undefined {
  return portraits[0]?.correlations.map((row, a) =>
    row.map((_, b) => median(portraits.map(({ correlations }) => correlations[a][b]))),
  );
}
