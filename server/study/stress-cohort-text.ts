import { cohortLevel } from '../../src/study/report/stress-cohort-report.js';
import { costCells, pointsText, shareText } from '../../src/study/report/mean-text.js';
import type { StressCohortResult } from '../../src/study/stress-cohort.js';
import { table } from '../cli/output.js';

/** What each dial costs people, for a terminal. */
export function stressCohortText({ undisturbed, rows, people }: StressCohortResult): string {
  const head = ['disturbance', 'level', 'accuracy', 'loss', '95 % of mean', 'active error', 'moving at rest'];
  const lines = rows.map((row, n) => [
    rows[n - 1]?.dial === row.dial ? '' : row.dial,
    cohortLevel(row),
    ...costCells(row),
  ]);
  const none = [
    ...['none', '', shareText(undisturbed.accuracy), '', ''],
    ...[shareText(undisturbed.activeErrorRate), shareText(undisturbed.movingAtRest)],
  ];
  const worst = [...rows].sort((a, b) => b.loss.mean - a.loss.mean).slice(0, 3);
  const hurting = worst
    .filter(({ loss }) => loss.low > 0 || (people.length === 1 && loss.mean > 0))
    .map((row) => `  ${row.title}, ${cohortLevel(row)}: ${pointsText(row.loss)} points\n`);
  return (
    table([head, none, ...lines]) +
    'loss: points of accuracy against the same person undisturbed, mean ± standard deviation between people\n' +
    (hurting.length > 0 ? `\nWhat hurts most:\n${hurting.join('')}` : '')
  );
}
