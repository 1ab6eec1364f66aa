import type { DisturbanceMetrics } from '../decoder/evaluation/disturbance-metrics.js';

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
interface Level {
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
