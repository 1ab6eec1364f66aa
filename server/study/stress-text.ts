import { percent, table } from '../cli/output.js';
import type { DisturbanceMetrics } from '../../src/decoder/evaluation/disturbance-metrics.js';
import { levelText } from '../../src/study/dial.js';
import { activationsText, costs, rateText, recoveryText, secondsText } from '../../src/study/stress-rows.js';
import type { StressResult } from '../../src/study/stress.js';

/** The table of a stress test for a terminal. */
export function stressText({ undisturbed, rows }: StressResult): string {
  // A column in which nothing was measured says nothing.
  const recovers = rows.some(({ recovery }) => recovery.disturbed > 0);
  const cells = (row: DisturbanceMetrics): string[] => [
    percent(row.accuracy),
    bar(row.accuracy),
    percent(row.activeErrorRate),
    percent(row.movingAtRest),
    activationsText(row.falseActivations),
    rateText(row.falseActivations),
    secondsText(row.onsetSeconds),
    ...(recovers ? [recoveryText(row.recovery)] : []),
  ];
  const head = [
    ...['disturbance', 'level', 'accuracy', '', 'active error', 'moving at rest', 'false activ.', '95 %'],
    ...['onset', ...(recovers ? ['recovery'] : [])],
  ];
  const lines: string[][] = [['none', '', ...cells(undisturbed)]];
  rows.forEach((row, n) =>
    lines.push([rows[n - 1]?.dial === row.dial ? '' : row.dial, levelText(row), ...cells(row)]),
  );
  return table([head, ...lines]);
}

/** What was worst, as sentences. */
export function worstOf({ undisturbed, rows }: StressResult): string[] {
  const byLoss = [...rows].sort((a, b) => a.accuracy - b.accuracy).slice(0, 3);
  return byLoss
    .filter((row) => costs(row, undisturbed))
    .map(
      (row) =>
        `${row.title}, ${levelText(row)}: ${percent(row.accuracy)} (undisturbed ${percent(undisturbed.accuracy)})`,
    );
}

/** A bar of ten, so that a fall is seen before it is read. */
function bar(share: number): string {
  if (!Number.isFinite(share)) return '';
  const tenths = Math.round(10 * share);
  return '█'.repeat(tenths) + '░'.repeat(10 - tenths);
}
