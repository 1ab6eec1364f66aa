import { fingerFlexion, fingerNames, type FingerName } from '../../../src/decoder/prosthesis/grip.js';
import type { Vocabulary } from '../../../src/ground/movement/vocabulary.js';
import type { JointInfo } from '../../../src/protocol/server-messages.js';

/** Seconds a joint needs from end to end at full strength. */
const FULL_TRAVEL_S = 1.2;
/** Time in which the ghost returns to the limb once nothing is intended, seconds. */
const RETURN_S = 0.8;

/** Position of each joint; of a finger that is known by itself, as `finger.NAME`. */
export type Positions = Record<string, number>;

/** Flexion of every finger: as known, else as it closes in a power grip. */
export function fingersOf(positions: Readonly<Positions>): Record<FingerName, number> {
  const closed = fingerFlexion('power', positions.hand ?? 0);
  for (const name of fingerNames) closed[name] = positions[`finger.${name}`] ?? closed[name];
  return closed;
}

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
  vocabulary: Vocabulary,
): Positions {
  const { actions = [], grip } = vocabulary.of(intent.movement) ?? {};
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
  if (next.hand !== undefined) {
    const fingers = grip ? fingerFlexion(grip, next.hand) : fingersLike(actual, next.hand);
    for (const name of fingerNames) next[`finger.${name}`] = fingers[name];
  }
  return next;
}

/** Fingers of a hand that is closed otherwise than the real one, in the same grip. */
function fingersLike(actual: Readonly<Positions>, hand: number): Record<FingerName, number> {
  const real = actual.hand ?? 0;
  if (real <= 0) return fingersOf({ hand });
  const fingers = fingersOf(actual);
  for (const name of fingerNames) fingers[name] = Math.min(100, (fingers[name] * hand) / real);
  return fingers;
}
