import { movementOf } from '../../../src/ground/movement/movement.js';
import type { JointInfo } from '../../../src/protocol/server-messages.js';

/** Seconds a joint needs from end to end at full strength. */
const FULL_TRAVEL_S = 1.2;
/** Time in which the ghost returns to the limb once nothing is intended, seconds. */
const RETURN_S = 0.8;

export type Positions = Record<string, number>;

/**
 * Where the limb would be if every intention were understood: moves with the intent, and drifts back to the
 * real limb when nothing is intended, because velocity control never gives errors back.
 */
export function ghostStep(
  ghost: Positions,
  actual: Readonly<Positions>,
  joints: readonly JointInfo[],
  intent: { readonly movement: string; readonly strength: number },
  seconds: number,
): Positions {
  const actions = movementOf(intent.movement)?.actions ?? [];
  const next: Positions = {};
  for (const { dof, min, max, neutral } of joints) {
    const real = actual[dof] ?? neutral;
    const before = ghost[dof] ?? real;
    const action = actions.find((candidate) => candidate.dof === dof);
    const speed = ((max - min) / FULL_TRAVEL_S) * Math.min(1, Math.max(0, intent.strength));
    const moved = action
      ? before + action.direction * speed * seconds
      : real + (before - real) * Math.exp(-seconds / RETURN_S);
    next[dof] = Math.min(max, Math.max(min, moved));
  }
  return next;
}
