import type { DisturbanceMetrics } from '../decoder/evaluation/disturbance-metrics.js';
import type { StressRow } from './stress.js';

/** Seconds with two decimals; a dash where it was not measured. */
export function secondsText(seconds: number): string {
  if (Number.isNaN(seconds)) return '–';
  return Number.isFinite(seconds) ? `${seconds.toFixed(2)} s` : 'not in 3 s';
}

/** Events per hour, such as `120 /h`. */
export function perHour(rate: number): string {
  return Number.isFinite(rate) ? `${rate.toFixed(0)} /h` : '–';
}

/** JSON has no NaN and no Infinity: what was not measured, or never happened, is null. */
export function jsonRow<T extends DisturbanceMetrics>(row: T): Record<string, unknown> {
  const recovered = Number.isNaN(row.recoverySeconds) ? null : Number.isFinite(row.recoverySeconds);
  const entries = Object.entries(row).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'number' && !Number.isFinite(value) ? null : value,
  ]);
  return { ...Object.fromEntries(entries), recovered };
}

/** Columns of the CSV, in order. */
export const stressColumns: readonly (keyof StressRow)[] = [
  'dial',
  'level',
  'unit',
  'accuracy',
  'activeErrorRate',
  'instability',
  'rejectionRate',
  'falseActivationsPerHour',
  'movingAtRest',
  'onsetSeconds',
  'recoverySeconds',
];
