import type { DisturbanceMetrics } from '../decoder/evaluation/disturbance-metrics.js';
import { levelText } from './dial.js';
import type { Against, DisturbanceEffect, FeatureDrift } from './disturbance-effect.js';
import type { StressRow } from './stress.js';

/** Seconds with two decimals; a dash where it was not measured. */
export function secondsText(seconds: number): string {
  if (Number.isNaN(seconds)) return '–';
  return Number.isFinite(seconds) ? `${seconds.toFixed(2)} s` : 'not in 3 s';
}

/** Time to recover, with how often there was something to recover from, such as `0.30 s (4 of 6)`. */
export function recoveryText({ seconds, disturbed, tried }: DisturbanceMetrics['recovery']): string {
  return disturbed > 0 ? `${secondsText(seconds)} (${disturbed} of ${tried})` : '–';
}

/** A count with what it rests on, such as `3 in 58 s`: seconds in which one could have begun. */
export function activationsText({ count, stillSeconds }: DisturbanceMetrics['falseActivations']): string {
  return stillSeconds > 0 ? `${count} in ${stillSeconds.toFixed(0)} s` : 'never still';
}

/** The 95 % interval of a rate per hour, such as `38 to 544 /h`. */
export function rateText({ low, high }: DisturbanceMetrics['falseActivations']): string {
  return Number.isFinite(high) ? `${low.toFixed(0)} to ${high.toFixed(0)} /h` : '–';
}

/** Share of accuracy below whose loss a level is not spoken of. */
const A_POINT = 0.01;

/** Whether a level cost accuracy worth speaking of. */
export function costs(row: DisturbanceMetrics, undisturbed: DisturbanceMetrics): boolean {
  return undisturbed.accuracy - row.accuracy > A_POINT;
}

/** What a disturbance did, such as `rest 40 % (98 %), movement …; rest taken for … in 30 % (1 %); furthest off ZC +2.1 SD …`. */
function effectText(effect: DisturbanceEffect): string {
  const { rest, movement, features } = effect;
  const [first] = features;
  return [
    `rest ${againstText(rest)}, movement ${againstText(movement)}`,
    ...(effect.worstClass ? [takenText(effect)] : []),
    ...(first ? [`furthest off ${driftText(first)}`] : []),
  ].join('; ');
}

/** The class that lost most and what it was taken for, such as `rest taken for hand-open in 30 % (1 %)`. */
export function takenText({ worstClass }: DisturbanceEffect): string {
  if (!worstClass) return '–';
  return `${worstClass.label} taken for ${worstClass.takenFor} in ${againstText(worstClass.taken)}`;
}

/** How far a feature is off, such as `ZC +2.1 SD (E3 +4.0)`. */
export function driftText({ feature, sds, channel, channelSds }: FeatureDrift): string {
  return `${feature} ${signed(sds)} SD (${channel} ${signed(channelSds)})`;
}

/** The row of each dial that lost most, in the order of the table, where any lost a point. */
function worstLevels(rows: readonly StressRow[], undisturbed: DisturbanceMetrics): StressRow[] {
  return [...new Set(rows.map(({ dial }) => dial))].flatMap((name) => {
    const [worst] = rows.filter(({ dial }) => dial === name).sort((a, b) => a.accuracy - b.accuracy);
    return worst && costs(worst, undisturbed) ? [worst] : [];
  });
}

/** What each dial did at its worst level, as sentences, with what would mend it where that is known. */
export function effectLines(rows: readonly StressRow[], undisturbed: DisturbanceMetrics): string[] {
  return worstLevels(rows, undisturbed).map((row) => {
    const did = `${row.dial}, ${levelText(row)}: ${effectText(row.effect)}.`;
    return row.advice === undefined ? did : `${did} ${row.advice}`;
  });
}

/** Under the disturbance, and in brackets without it. */
export function againstText({ disturbed, undisturbed }: Against): string {
  return `${whole(disturbed)} (${whole(undisturbed)})`;
}

function whole(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(0)} %` : '–';
}

function signed(sds: number): string {
  return `${sds < 0 ? '−' : '+'}${Math.abs(sds).toFixed(1)}`;
}

/** JSON has no NaN and no Infinity: what was not measured, or never happened, is null. */
export function jsonRow(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => [key, jsonValue(value)]),
  );
}

function jsonValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(jsonValue);
  return typeof value === 'object' && value !== null ? jsonRow(value) : value;
}

/** Columns of the CSV, in order. */
export const stressColumns = [
  ...['dial', 'level', 'unit', 'calibrated', 'value', 'accuracy', 'activeErrorRate', 'instability'],
  ...['rejectionRate', 'movingAtRest', 'restSeconds', 'falseActivations', 'stillSeconds'],
  ...['falseActivationsPerHour', 'falseActivationsPerHourLow', 'falseActivationsPerHourHigh'],
  ...['onsetSeconds', 'recoverySeconds', 'recoveries'],
] as const;

/** What a disturbance is, where there is one. */
export interface Level {
  readonly dial: string;
  readonly level: number | '';
  readonly unit: string;
  readonly calibrated: number | '';
  readonly value: number | '';
}

/** Metrics as a row of {@link stressColumns}; what was not measured is empty, what never happened `Infinity`. */
export function stressRow(
  metrics: DisturbanceMetrics,
  at: Level = { dial: 'none', level: '', unit: '', calibrated: '', value: '' },
): unknown[] {
  const { accuracy, activeErrorRate, instability, rejectionRate, movingAtRest, onsetSeconds } = metrics;
  const { count, restSeconds, stillSeconds, perHour, low, high } = metrics.falseActivations;
  return [
    ...[at.dial, at.level, at.unit, at.calibrated, at.value],
    ...[accuracy, activeErrorRate, instability, rejectionRate, movingAtRest],
    ...[restSeconds, count, stillSeconds, perHour, low, high],
    ...[onsetSeconds, metrics.recovery.seconds, metrics.recovery.disturbed],
  ];
}
