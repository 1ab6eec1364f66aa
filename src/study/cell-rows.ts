import type { Cell } from './evaluate-cells.js';

/** Columns of the CSV, in order. */
export const cellColumns: readonly string[] = [
  'features',
  'classifier',
  'windowMs',
  'stepMs',
  'latencyMs',
  'decisions',
  'accuracy',
  'activeErrorRate',
  'instability',
  'rejectionRate',
  'recall',
  'precision',
  'f1',
];

/** A cell as a row of {@link cellColumns}. */
export function cellRow({ features, classifier, windowMs, stepMs, latencyMs, metrics }: Cell): unknown[] {
  const { decisions, accuracy, activeErrorRate, instability, rejectionRate, recall, precision, f1 } = metrics;
  return [
    features.join('+'),
    classifier,
    windowMs,
    stepMs,
    Number(latencyMs.toFixed(3)),
    decisions,
    accuracy,
    activeErrorRate,
    instability,
    rejectionRate,
    recall,
    precision,
    f1,
  ];
}
