import type { Cell } from './evaluate-cells.js';
import { peopleMeanJson } from './people-mean.js';
import { ranked } from './ranking.js';

/** Columns of the CSV, in order. */
export const cellColumns: readonly string[] = [
  ...[
    'features',
    'classifier',
    'windowMs',
    'stepMs',
    'latencyMs',
    'decisions',
    'accuracy',
    'activeErrorRate',
  ],
  ...['instability', 'rejectionRate', 'recall', 'precision', 'f1', 'control', 'smoothingMs', 'fold'],
  ...['foldMean', 'foldSd', 'behindMean', 'behindLow', 'behindHigh', 'standing'],
];

/** Combinations as rows of {@link cellColumns}: all windows of each first, then every fold of each. */
export function cellRows(cells: readonly Cell[]): unknown[][] {
  const whole = ranked(cells).map(({ cell, spread, behind, standing }) => {
    const { recall, precision, f1 } = cell.metrics;
    return [
      ...[...nameOf(cell), ...shares(cell.metrics), recall, precision, f1, cell.control, cell.smoothingMs],
      ...['all', spread.mean, spread.sd, behind.mean, behind.low, behind.high, standing],
    ];
  });
  const folds = cells.flatMap((cell) =>
    cell.folds.map((fold) => [
      ...[...nameOf(cell), ...shares(fold), '', '', fold.f1, cell.control, cell.smoothingMs, fold.name],
      ...['', '', '', '', '', ''],
    ]),
  );
  return [...whole, ...folds];
}

function nameOf({ features, classifier, windowMs, stepMs, latencyMs }: Cell): unknown[] {
  return [features.join('+'), classifier, windowMs, stepMs, Number(latencyMs.toFixed(3))];
}

function shares({
  decisions,
  accuracy,
  activeErrorRate,
  instability,
  rejectionRate,
}: Pick<
  Cell['metrics'],
  'decisions' | 'accuracy' | 'activeErrorRate' | 'instability' | 'rejectionRate'
>): unknown[] {
  return [decisions, accuracy, activeErrorRate, instability, rejectionRate];
}

/** Combinations as JSON, each with its folds and how it stands among the others. */
export function cellsJson(cells: readonly Cell[]): Record<string, unknown>[] {
  return ranked(cells).map(({ cell, spread, behind, standing }) => {
    const { control, features, classifier, windowMs, stepMs, featureCount, split, convention } = cell;
    const { latencyMs, smoothingMs, metrics, folds, joints, selection } = cell;
    return {
      ...{ control, features, classifier, windowMs, stepMs, featureCount, latencyMs, smoothingMs, split },
      convention,
      ...metrics,
      folds,
      overFolds: peopleMeanJson(spread),
      ...(standing !== 'only' && { behind: peopleMeanJson(behind), standing }),
      ...(joints.length > 0 && { joints }),
      ...(selection && { selection }),
    };
  });
}
