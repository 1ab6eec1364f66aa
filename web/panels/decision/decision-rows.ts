import { rowFor, rowOf } from '../../data/rows.js';

/** Where the parts of a decision lie in a column of the `decisions` stream. */
export interface DecisionRows {
  /** Row of each class's posterior. */
  readonly posteriors: readonly number[];
  /** Rows that hold a class number after each smoothing step, in order, with their names. */
  readonly steps: readonly { readonly name: string; readonly row: number }[];
  /** Row of the class finally decided. */
  readonly decided: number;
  readonly confidence: number;
  readonly speed: number;
  readonly latency: number;
}

const stepNames = ['predicted', 'voted', 'smoothed', 'accepted', 'decided', 'class'];

/** Find them by the names the server gave. */
export function decisionRows(rows: readonly string[], classes: readonly string[]): DecisionRows {
  const posteriors = classes.map((name) => {
    const row = rowFor(rows, 'posterior', name);
    return row >= 0 ? row : rowOf(rows, name);
  });
  const steps = rows.flatMap((name, row) =>
    stepNames.includes(name) || name.startsWith('step.') ? [{ name: name.replace('step.', ''), row }] : [],
  );
  return {
    posteriors,
    steps,
    decided: steps.at(-1)?.row ?? -1,
    confidence: rowOf(rows, 'confidence'),
    speed: rowOf(rows, 'speed'),
    latency: rowOf(rows, 'latencyMs', 'latency'),
  };
}
