import type { DofId } from '../movement/degree-of-freedom.js';
import { movements, type MovementId } from '../movement/movement.js';
import { RandomStream } from '../signal/random.js';
import type { UserSpec } from './user-fields.js';

/** A joint posture: position per degree of freedom, in the joint's unit (deg, or % for a hand). */
export type Posture = Readonly<Partial<Record<DofId, number>>>;

/** Where a posture should go: position and tolerance per degree of freedom. */
export interface Target {
  readonly posture: Posture;
  readonly tolerance: number;
}

export interface UserIntent {
  readonly movement: MovementId;
  /** Fraction of maximal voluntary contraction, 0 … 1. */
  readonly strength: number;
}

interface Glimpse {
  readonly timeMs: number;
  readonly posture: Posture;
}

/**
 * A person who watches the prosthesis and corrects it: sees the posture late, picks the joint that is furthest
 * off, contracts for it, slows down near the target, and lets go when nothing gets better. Closes the loop from
 * prosthesis to intent; knows nothing of EMG or decoder.
 */
export class SimulatedUser {
  private readonly random: RandomStream;
  private readonly seen: Glimpse[] = [];
  private current: UserIntent = rest;
  private decideAt = 0;
  private bestError = Infinity;
  private bestAt = 0;
  private pauseUntil = -Infinity;

  /**
   * @param spec the scenario's `user` part
   * @param seed scenario seed; hesitation draws from the stream `user`
   * @param available movements the prosthesis can be asked for
   */
  constructor(
    private readonly spec: UserSpec,
    seed: number,
    private readonly available: readonly MovementId[],
  ) {
    this.random = new RandomStream(seed, 'user');
  }

  /**
   * Look at the prosthesis at a time and say what to intend now.
   * @param timeMs time since the start, milliseconds; must not go back
   */
  step(timeMs: number, posture: Posture, target: Target | null): UserIntent {
    this.seen.push({ timeMs, posture });
    while (this.seen.length > 1 && (this.seen[1] as Glimpse).timeMs <= timeMs - this.spec.visualDelayMs)
      this.seen.shift();
    if (timeMs < this.decideAt) return this.current;
    this.decideAt = timeMs + this.spec.decisionIntervalMs * (0.7 + 0.6 * this.random.uniform());
    this.current = target ? this.decide(timeMs, (this.seen[0] as Glimpse).posture, target) : rest;
    return this.current;
  }

  /** Forget the last target. */
  reset(): void {
    this.bestError = Infinity;
    this.pauseUntil = -Infinity;
    this.current = rest;
  }

  private decide(timeMs: number, posture: Posture, target: Target): UserIntent {
    const worst = this.worstJoint(posture, target);
    if (!worst || timeMs < this.pauseUntil) return rest;
    const magnitude = Math.abs(worst.error);
    if (magnitude < this.bestError - 1) {
      this.bestError = magnitude;
      this.bestAt = timeMs;
    } else if (timeMs - this.bestAt > this.spec.patienceMs) {
      this.bestError = Infinity;
      this.bestAt = timeMs;
      this.pauseUntil = timeMs + 2 * this.spec.decisionIntervalMs;
      return rest;
    }
    const percent =
      magnitude < this.spec.fineErrorDeg ? this.spec.fineStrengthPercent : this.spec.strengthPercent;
    return { movement: worst.movement, strength: percent / 100 };
  }

  private worstJoint(posture: Posture, target: Target): { movement: MovementId; error: number } | undefined {
    let worst: { movement: MovementId; error: number } | undefined;
    for (const movement of movements) {
      const action = movement.actions[0];
      if (!action || movement.actions.length !== 1 || !this.available.includes(movement.id)) continue;
      const wanted = target.posture[action.dof];
      const is = posture[action.dof];
      if (wanted === undefined || is === undefined) continue;
      const error = wanted - is;
      // Aim inside the tolerance, not at its edge: the prosthesis drifts while it stops.
      if (Math.abs(error) <= target.tolerance * 0.6 || Math.sign(error) !== action.direction) continue;
      if (!worst || Math.abs(error) > Math.abs(worst.error)) worst = { movement: movement.id, error };
    }
    return worst;
  }
}

const rest: UserIntent = { movement: 'rest', strength: 0 };
