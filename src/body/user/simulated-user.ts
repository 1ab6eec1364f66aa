import { degreesOfFreedom, type DofId } from '../../ground/movement/degree-of-freedom.js';
import type { Movement, MovementId } from '../../ground/movement/movement.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { UserSpec } from './user-fields.js';

/** A joint posture: position per degree of freedom, in the joint's unit (deg, or % for a hand). */
export type Posture = Readonly<Partial<Record<DofId, number>>>;

/** Where a posture should go: position and tolerance per degree of freedom. */
export interface Target {
  readonly posture: Posture;
  readonly tolerance: number;
  /** Of joints that have another one. */
  readonly tolerances?: Posture | undefined;
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

/** What carries the prosthesis: a bone anchor, or a socket. */
export type Anchor = 'bone' | 'socket';

/**
 * A person who watches the prosthesis and corrects it: sees the posture late, picks the joint that is furthest
 * off, contracts for it, slows down near the target, pulls harder when nothing moves, and lets go when that does not
 * help either. A joint that hits the end
 * of its range is felt, through bone earlier than through a socket (osseoperception). Closes the loop from prosthesis
 * to intent; knows nothing of EMG or decoder.
 */
export class SimulatedUser {
  private readonly random: RandomStream;
  private readonly seen: Glimpse[] = [];
  /** Joints at the end of their range, and since when. */
  private readonly contacts = new Map<DofId, { readonly sinceMs: number; readonly position: number }>();
  private readonly felt = new Set<DofId>();
  private current: UserIntent = rest;
  private decideAt = 0;
  private bestError = Infinity;
  private bestAt = 0;
  private pauseUntil = -Infinity;

  /**
   * @param spec the scenario's `user` part
   * @param seed scenario seed; hesitation draws from the stream `user`
   * @param available movements the prosthesis can be asked for
   * @param anchor what a contact is felt through
   */
  constructor(
    private readonly spec: UserSpec,
    seed: number,
    private readonly available: readonly Movement[],
    private readonly anchor: Anchor = 'bone',
  ) {
    this.random = new RandomStream(seed, 'user');
  }

  /**
   * Look at the prosthesis at a time and say what to intend now.
   * @param timeMs time since the start, milliseconds; must not go back
   * @param contacts position of the joints that are at the end of their range
   */
  step(timeMs: number, posture: Posture, target: Target | null, contacts: Posture = {}): UserIntent {
    this.feel(timeMs, contacts);
    this.seen.push({ timeMs, posture });
    while (this.seen.length > 1 && (this.seen[1] as Glimpse).timeMs <= timeMs - this.spec.visualDelayMs)
      this.seen.shift();
    if (timeMs < this.decideAt) return this.current;
    this.decideAt = timeMs + this.spec.decisionIntervalMs * (0.7 + 0.6 * this.random.uniform());
    this.current = target ? this.decide(timeMs, this.known(), target) : rest;
    return this.current;
  }

  /** Forget the last target. */
  reset(): void {
    this.bestError = Infinity;
    this.pauseUntil = -Infinity;
    this.current = rest;
  }

  /** Note which joints touch; what comes to be felt asks for a decision at once. */
  private feel(timeMs: number, now: Posture): void {
    const { contactDelayBoneMs, contactDelaySocketMs } = this.spec;
    const delay = this.anchor === 'bone' ? contactDelayBoneMs : contactDelaySocketMs;
    for (const { id } of degreesOfFreedom) {
      const position = now[id];
      const contact = this.contacts.get(id);
      if (position === undefined) {
        this.contacts.delete(id);
        this.felt.delete(id);
      } else if (contact?.position !== position) {
        this.contacts.set(id, { sinceMs: timeMs, position });
        this.felt.delete(id);
      } else if (!this.felt.has(id) && timeMs - contact.sinceMs >= delay) {
        this.felt.add(id);
        this.decideAt = timeMs;
      }
    }
  }

  /** Posture as the user knows it: as it was seen, and where a contact is felt, as it is. */
  private known(): Posture {
    const posture: Partial<Record<DofId, number>> = { ...this.seen[0]?.posture };
    for (const dof of this.felt) posture[dof] = this.contacts.get(dof)?.position;
    return posture;
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
    const { fineErrorDeg, fineStrengthPercent, strengthPercent, patienceMs } = this.spec;
    // Who sees nothing move pulls harder.
    const stuck = Math.min(1, (timeMs - this.bestAt) / patienceMs);
    const percent =
      magnitude < fineErrorDeg
        ? fineStrengthPercent + stuck * (strengthPercent - fineStrengthPercent)
        : strengthPercent;
    return { movement: worst.movement, strength: percent / 100 };
  }

  private worstJoint(posture: Posture, target: Target): { movement: MovementId; error: number } | undefined {
    let worst: { movement: MovementId; error: number } | undefined;
    for (const movement of this.available) {
      const action = movement.actions[0];
      if (!action || movement.actions.length !== 1) continue;
      const wanted = target.posture[action.dof];
      const is = posture[action.dof];
      if (wanted === undefined || is === undefined) continue;
      const error = wanted - is;
      // Aim inside the tolerance, not at its edge: the prosthesis drifts while it stops.
      const tolerance = target.tolerances?.[action.dof] ?? target.tolerance;
      if (Math.abs(error) <= tolerance * 0.6 || Math.sign(error) !== action.direction) continue;
      if (!worst || Math.abs(error) > Math.abs(worst.error)) worst = { movement: movement.id, error };
    }
    return worst;
  }
}

const rest: UserIntent = { movement: 'rest', strength: 0 };
