import { percent, table } from '../cli/output.js';
import type { DisturbanceMetrics } from '../../src/decoder/evaluation/disturbance-metrics.js';
import { perHour, secondsText } from '../../src/study/stress-rows.js';
import type { StressResult } from '../../src/study/stress.js';

/** The table of a stress test for a terminal. */
export function stressText({ undisturbed, rows }: StressResult): string {
  const head = [
    'disturbance',
    'level',
    'accuracy',
    '',
    'active error',
    'false activ.',
    'moving at rest',
    'onset',
    'recovery',
  ];
  const lines: string[][] = [['none', '', ...cells({ ...undisturbed, recoverySeconds: NaN })]];
  rows.forEach((row, n) =>
    lines.push([rows[n - 1]?.dial === row.dial ? '' : row.dial, `${row.level} ${row.unit}`, ...cells(row)]),
  );
  return table([head, ...lines]);
}

/** What was worst, as sentences. */
export function worstOf({ undisturbed, rows }: StressResult): string[] {
  const byLoss = [...rows].sort((a, b) => a.accuracy - b.accuracy).slice(0, 3);
  return byLoss
    .filter(({ accuracy }) => undisturbed.accuracy - accuracy > 0.01)
    .map(
      ({ title, level, unit, accuracy }) =>
        `${title}, ${level} ${unit}: ${percent(accuracy)} (undisturbed ${percent(undisturbed.accuracy)})`,
    );
}

/** A bar of ten, so that a fall is seen before it is read. */
function bar(share: number): string {
  if (!Number.isFinite(share)) return '';
  const tenths = Math.round(10 * share);
  return '█'.repeat(tenths) + '░'.repeat(10 - tenths);
}

function cells(row: DisturbanceMetrics): string[] {
  return [
    percent(row.accuracy),
    bar(row.accuracy),
    percent(row.activeErrorRate),
    perHour(row.falseActivationsPerHour),
    percent(row.movingAtRest),
    secondsText(row.onsetSeconds),
    secondsText(row.recoverySeconds),
  ];
}
