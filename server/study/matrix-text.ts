import { percent, table } from '../cli/output.js';
import { jointsText } from './joints-text.js';
import type { LatencySummary } from '../../src/decoder/outside-model.js';
import { bestCell, type Cell } from '../../src/study/evaluate-cells.js';
import { mean } from '../../src/ground/math/statistics.js';
import { shortName } from '../../src/study/report/matrix-report.js';

/** Cells for a terminal: one as a confusion, several as a table with the best marked. */
export function matrixText(cells: readonly Cell[]): string {
  const best = bestCell(cells);
  if (cells.length !== 1 || !best) return several(cells, best);
  const { metrics, joints } = best;
  const { classes, confusion } = metrics;
  return [
    table([
      ['accuracy', percent(metrics.accuracy)],
      ['active error', percent(metrics.activeErrorRate)],
      ['instability', percent(metrics.instability)],
      ...(metrics.rejectionRate > 0 ? [['rejected', percent(metrics.rejectionRate)]] : []),
      ['recall', percent(metrics.recall)],
      ['precision', percent(metrics.precision)],
      ['F1', percent(metrics.f1)],
    ]),
    ...(joints.length > 0 ? [jointsText(joints)] : []),
    'Confusion: rows are the truth, columns the decision, in windows.',
    table([['', ...classes], ...classes.map((label, k) => [label, ...(confusion[k] ?? [])])]),
  ].join('\n');
}

function several(cells: readonly Cell[], best: Cell | undefined): string {
  const joints = cells.some((cell) => cell.joints.length > 0);
  return table([
    [
      'features',
      'classifier',
      'window',
      'delay',
      'accuracy',
      'active error',
      'instability',
      'rejected',
      'F1',
      ...(joints ? ['R²'] : []),
      '',
    ],
    ...cells.map((cell) => [
      cell.features.join('+') || 'amplitudes',
      shortName(cell.classifier),
      `${cell.windowMs} ms`,
      `${cell.latencyMs.toFixed(0)} ms`,
      percent(cell.metrics.accuracy),
      percent(cell.metrics.activeErrorRate),
      percent(cell.metrics.instability),
      percent(cell.metrics.rejectionRate),
      percent(cell.metrics.f1),
      ...(joints ? [mean(cell.joints.map(({ r2 }) => r2)).toFixed(3)] : []),
      cell === best ? '◂ best' : '',
    ]),
  ]);
}

/** Measured times of outside classifiers, as a line each. */
export function latencyText(latency: Readonly<Record<string, LatencySummary>>): string {
  return Object.entries(latency)
    .map(([name, { answers, unanswered, meanMs, p95Ms, maxMs }]) => {
      const times = `mean ${meanMs.toFixed(2)} ms, 95 % within ${p95Ms.toFixed(2)} ms, longest ${maxMs.toFixed(2)} ms`;
      return `${name}: ${answers} answers (${times}), ${unanswered} unanswered\n`;
    })
    .join('');
}
