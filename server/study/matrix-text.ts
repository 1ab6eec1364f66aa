import { percent, table } from '../cli/output.js';
import { jointsText } from './joints-text.js';
import type { LatencySummary } from '../../src/decoder/outside-model.js';
import { bestCell, type Cell } from '../../src/study/evaluate-cells.js';
import { mean } from '../../src/ground/math/statistics.js';
import { ranked, spreadOf } from '../../src/study/ranking.js';
import { pointsIntervalText, pointsText, shareText, standingText } from '../../src/study/report/mean-text.js';
import { chosenOf } from '../../src/study/report/selection-text.js';
import { shortName } from '../../src/study/report/matrix-report.js';

/** Cells for a terminal: one as a confusion, several as a table with the best marked. */
export function matrixText(cells: readonly Cell[]): string {
  const best = bestCell(cells);
  if (cells.length !== 1 || !best) return several(cells);
  const { metrics, joints } = best;
  const { classes, confusion } = metrics;
  return [
    table([
      ['accuracy', percent(metrics.accuracy)],
      ...(best.folds.length > 1 ? [[`over ${best.folds.length} folds`, shareText(spreadOf(best))]] : []),
      ['active error', percent(metrics.activeErrorRate)],
      ['instability', percent(metrics.instability)],
      ...(metrics.rejectionRate > 0 ? [['rejected', percent(metrics.rejectionRate)]] : []),
      ['recall', percent(metrics.recall)],
      ['precision', percent(metrics.precision)],
      ['F1', percent(metrics.f1)],
      ['delay', delayText(best)],
    ]),
    ...(joints.length > 0 ? [jointsText(joints)] : []),
    'Confusion: rows are the truth, columns the decision, in windows.',
    table([['', ...classes], ...classes.map((label, k) => [label, ...(confusion[k] ?? [])])]),
  ].join('\n');
}

function several(cells: readonly Cell[]): string {
  const rows = ranked(cells);
  const joints = cells.some((cell) => cell.joints.length > 0);
  const rejects = cells.some(({ metrics }) => metrics.rejectionRate > 0);
  const folds = Math.max(...cells.map((cell) => cell.folds.length));
  const ranks = table([
    [
      ...[
        'features',
        'classifier',
        'window',
        'delay',
        'accuracy',
        'over folds',
        'active error',
        'instability',
      ],
      ...[...(rejects ? ['rejected'] : []), 'F1', ...(joints ? ['R²'] : []), 'behind', '95 %', ''],
    ],
    ...rows.map(({ cell, spread, behind, standing }) => {
      const { metrics } = cell;
      const leads = behind.mean === 0 && behind.sd === 0;
      return [
        cell.features.join('+') || 'amplitudes',
        shortName(cell.classifier),
        `${cell.windowMs} ms`,
        delayText(cell),
        percent(metrics.accuracy),
        shareText(spread),
        percent(metrics.activeErrorRate),
        percent(metrics.instability),
        ...(rejects ? [percent(metrics.rejectionRate)] : []),
        percent(metrics.f1),
        ...(joints ? [mean(cell.joints.map(({ r2 }) => r2)).toFixed(3)] : []),
        leads ? '' : pointsText(behind),
        leads ? '' : pointsIntervalText(behind),
        standingText(standing),
      ];
    }),
  ]);
  return `${ranks}${folds > 1 ? legend(folds) : 'One fold: differences have no interval, and none is told apart.\n'}`;
}

function legend(folds: number): string {
  return (
    `over folds: mean ± standard deviation over ${folds} folds; behind: points below the most accurate, fold by fold,\n` +
    'with the 95 % interval of its mean; ≈ best: the interval includes 0, not told apart. Folds share most of what was\n' +
    'learned from, which makes intervals rather too narrow.\n'
  );
}

/** Delay of the model's decision, and what its steadying adds where that was measured. */
function delayText({ latencyMs, smoothingMs }: Cell): string {
  return `${latencyMs.toFixed(0)} ${smoothingMs > 0 ? `+ ${smoothingMs.toFixed(0)} ` : ''}ms`;
}

/** What was chosen of the features of each combination, as a line each. */
export function chosenText(cells: readonly Cell[]): string {
  return chosenOf(cells)
    .map((text) => `chosen ${text}\n`)
    .join('');
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
