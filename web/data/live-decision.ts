import { classNamed, decisionRows, truthRows } from '../../src/protocol/stream-rows.js';
import type { Store } from './store.js';

export interface LiveDecision {
  /** Class decided, such as `hand-close`. */
  readonly movement: string;
  readonly confidence: number;
  readonly speed: number;
}

/** Row of the class finally decided in the running `decisions` stream; undefined while there is none. */
export function decidedRow(store: Store): number | undefined {
  const rows = store.rows('decisions');
  return rows && [...decisionRows.places(rows).step.values()].at(-1);
}

/** The newest decision, or undefined before the first. */
export function liveDecision(store: Store): LiveDecision | undefined {
  const column = store.columns.get('decisions')?.column();
  const rows = store.rows('decisions');
  const decided = decidedRow(store);
  if (!column || !rows || decided === undefined) return undefined;
  const movement = classNamed(store.info?.classes ?? [], column[decided]);
  if (movement === undefined) return undefined;
  const { confidence, speed } = decisionRows.places(rows);
  return { movement, confidence: column[confidence] ?? NaN, speed: column[speed] ?? NaN };
}

export interface LiveIntent {
  readonly movement: string;
  readonly strength: number;
  readonly cue: string;
}

/** Intent of the newest truth column; the intent message where there is no truth (a recording). */
export function liveIntent(store: Store): LiveIntent {
  const column = store.columns.get('truth')?.column();
  const rows = store.rows('truth');
  if (column && rows) {
    const { movement, strength, cue } = truthRows.places(rows);
    const movements = store.info?.movements ?? [];
    return {
      movement: movements[column[movement] ?? -1] ?? 'rest',
      strength: column[strength] ?? NaN,
      cue: movements[column[cue] ?? -1] ?? '',
    };
  }
  const first = store.intent?.activations[0];
  return { movement: first?.movement ?? 'rest', strength: first?.strength ?? 0, cue: '' };
}
