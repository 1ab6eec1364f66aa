import { decisionRows, type DecisionRows } from '../panels/decision/decision-rows.js';
import { store } from './app.js';
import { rowOf } from './rows.js';

let cached: { generation: number; rows: DecisionRows } | undefined;

/** Rows of the running decisions stream. */
export function currentDecisionRows(): DecisionRows {
  if (cached?.generation !== store.generation)
    cached = {
      generation: store.generation,
      rows: decisionRows(store.rows('decisions'), store.info?.classes ?? []),
    };
  return cached.rows;
}

export interface LiveDecision {
  /** Class decided, such as `hand-close`. */
  readonly movement: string;
  readonly confidence: number;
  readonly speed: number;
}

/** The newest decision, or undefined before the first. */
export function liveDecision(): LiveDecision | undefined {
  const column = store.columns.get('decisions')?.column();
  if (!column || !store.info) return undefined;
  const rows = currentDecisionRows();
  const index = column[rows.decided];
  const movement = index === undefined ? undefined : store.info.classes[Math.round(index)];
  if (movement === undefined) return undefined;
  const at = (row: number): number => (row < 0 ? NaN : (column[row] as number));
  return { movement, confidence: at(rows.confidence), speed: at(rows.speed) };
}

export interface LiveIntent {
  readonly movement: string;
  readonly strength: number;
  readonly cue: string;
}

/** Intent of the newest truth column; the intent message where there is no truth (a recording). */
export function liveIntent(): LiveIntent {
  const column = store.columns.get('truth')?.column();
  const rows = store.rows('truth');
  const movementRow = rowOf(rows, 'movement');
  const movements = store.info?.movements ?? [];
  if (column && movementRow >= 0) {
    const strengthRow = rowOf(rows, 'strength');
    const cueRow = rowOf(rows, 'cue');
    return {
      movement: movements[Math.round(column[movementRow] as number)] ?? 'rest',
      strength: strengthRow < 0 ? NaN : (column[strengthRow] as number),
      cue: cueRow < 0 ? '' : (movements[Math.round(column[cueRow] as number)] ?? ''),
    };
  }
  const first = store.intent?.activations[0];
  return { movement: first?.movement ?? 'rest', strength: first?.strength ?? 0, cue: '' };
}
