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
  /** Whether to go there with little strength, as long as anything moves. */
  readonly gently?: boolean | undefined;
}

export interface UserIntent {
  readonly movement: MovementId;
  /** Fraction of maximal voluntary contraction, 0 … 1. */
  readonly strength: number;
}

/** What a practised person adds to a movement that did nothing, and how hard they contract at most, % of the maximum: assumptions. */
const HARDER_PERCENT = 12;
const MOST_PERCENT = 80;
/** What they take off one that went too far, and at most. */
const SOFTER_PERCENT = 4;
const SOFTEST_PERCENT = 8;
/** A joint that came no farther than this from where it was best did not move, deg (% of a hand). */
const STILL_DEG = 3;
/** Over how long a person sees how fast something goes, ms: an assumption. */
const SPEED_OVER_MS = 80;

interface Glimpse {
  readonly timeMs: number;
  readonly posture: Posture;
}

/**
 * How a person who knows their prosthesis stops in time: they look how fast a joint goes and reckon where it will be once
 * it obeys. Nobody who has practised waits until a fast joint is seen at its place.
 */
export interface Foresight {
  /** How long a joint goes on after what is seen has been decided upon, ms. */
  readonly goesOnMs: number;
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
  private last: Glimpse | undefined;
  /** Joints at the end of their range, and since when. */
  private readonly contacts = new Map<DofId, { readonly sinceMs: number; readonly position: number }>();
  private readonly felt = new Set<DofId>();
  private current: UserIntent = rest;
  private decideAt = 0;
  private bestError = Infinity;
  private bestAt = 0;
  private pauseUntil = -Infinity;
  private tried: MovementId | undefined;
  /** What was learned of each movement: by how much more it must be contracted for, % of the maximum. */
  private readonly learned = new Map<MovementId, number>();

  /**
   * @param spec the scenario's `user` part
   * @param seed scenario seed; hesitation draws from the stream `user`
   * @param available movements the prosthesis can be asked for
   * @param anchor what a contact is felt through
   * @param foresight absent of a person who has not learned yet how the prosthesis goes on
   */
  constructor(
    private readonly spec: UserSpec,
    seed: number,
    private readonly available: readonly Movement[],
    private readonly anchor: Anchor = 'bone',
    private readonly foresight?: Foresight,
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
    this.look(timeMs);
    if (target && this.foresees(target)) this.decideAt = timeMs;
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

  /** What was last seen is the newest glimpse that is old enough; with it, what shows how fast it went. */
  private look(timeMs: number): void {
    const { seen, spec } = this;
    const until = timeMs - spec.visualDelayMs;
    const since = this.foresight ? until - SPEED_OVER_MS : until;
    while (seen.length > 1 && (seen[1] as Glimpse).timeMs <= since) seen.shift();
    let at = 0;
    while (at + 1 < seen.length && (seen[at + 1] as Glimpse).timeMs <= until) at++;
    this.last = seen[at];
  }

  /** How fast a joint was seen to go, deg/ms. */
  private seenSpeed(dof: DofId): number {
    const { last } = this;
    const [before] = this.seen;
    const [from, to] = [before?.posture[dof], last?.posture[dof]];
    if (!this.foresight || !before || !last || from === undefined || to === undefined) return 0;
    const ms = last.timeMs - before.timeMs;
    return ms > 0 ? (to - from) / ms : 0;
  }

  /** How far a joint goes on by itself, as far as can be seen. Whether a hand lies on something is felt, not reckoned. */
  private goesOn(dof: DofId): number {
    const { foresight, spec } = this;
    if (!foresight || dof === 'hand') return 0;
    return this.seenSpeed(dof) * (spec.visualDelayMs + foresight.goesOnMs);
  }

  /** Whether the joint that is being moved will come to its place, or past it, if nothing is done now. */
  private foresees(target: Target): boolean {
    const action = this.available.find(({ id }) => id === this.current.movement)?.actions[0];
    if (!this.foresight || !action) return false;
    const wanted = target.posture[action.dof];
    const is = this.last?.posture[action.dof];
    if (wanted === undefined || is === undefined) return false;
    const on = this.goesOn(action.dof);
    return on * action.direction > 0 && (wanted - is - on) * action.direction <= 0;
  }

  /** Posture as the user knows it: as it was seen, and where a contact is felt, as it is. */
  private known(): Posture {
    const posture: Partial<Record<DofId, number>> = { ...this.last?.posture };
    for (const dof of this.felt) posture[dof] = this.contacts.get(dof)?.position;
    return posture;
  }

  private decide(timeMs: number, posture: Posture, target: Target): UserIntent {
    const worst = this.worstJoint(posture, target);
    if (!worst || timeMs < this.pauseUntil) return rest;
    const magnitude = Math.abs(worst.error);
    if (worst.movement !== this.tried) this.turnTo(worst.movement);
    if (magnitude < this.bestError - 1) {
      this.bestError = magnitude;
      this.bestAt = timeMs;
    } else if (timeMs - this.bestAt > this.spec.patienceMs) {
      if (magnitude < this.bestError + STILL_DEG) this.learn(worst.movement, HARDER_PERCENT);
      this.bestError = Infinity;
      this.bestAt = timeMs;
      this.pauseUntil = timeMs + 2 * this.spec.decisionIntervalMs;
      return rest;
    }
    const { fineErrorDeg, fineStrengthPercent, strengthPercent, patienceMs } = this.spec;
    // Who sees nothing move pulls harder.
    const stuck = Math.min(1, (timeMs - this.bestAt) / patienceMs);
    const percent =
      magnitude < fineErrorDeg || target.gently === true
        ? fineStrengthPercent + stuck * (strengthPercent - fineStrengthPercent)
        : strengthPercent;
    const learned = this.learned.get(worst.movement) ?? 0;
    const most = Math.max(percent, MOST_PERCENT);
    return { movement: worst.movement, strength: Math.min(most, percent + learned) / 100 };
  }

  /** What was tried before says nothing of what is tried now; what went too far was too much. */
  private turnTo(movement: MovementId): void {
    const { tried } = this;
    this.tried = movement;
    if (!this.foresight) return;
    this.bestError = Infinity;
    const [now, before] = [movement, tried].map(
      (id) => this.available.find((one) => one.id === id)?.actions[0],
    );
    if (tried && now && now.dof === before?.dof) this.learn(tried, -SOFTER_PERCENT);
  }

  /** Of a practised person: a movement that did nothing is tried harder the next time, one that went too far softer. */
  private learn(movement: MovementId, percent: number): void {
    // How hard a hand is closed is felt each time, not learned.
    const dof = this.available.find(({ id }) => id === movement)?.actions[0]?.dof;
    if (!this.foresight || dof === 'hand') return;
    const learned = (this.learned.get(movement) ?? 0) + percent;
    this.learned.set(movement, Math.max(-SOFTEST_PERCENT, Math.min(MOST_PERCENT, learned)));
  }

  private worstJoint(posture: Posture, target: Target): { movement: MovementId; error: number } | undefined {
    let worst: { movement: MovementId; error: number } | undefined;
    for (const movement of this.available) {
      const action = movement.actions[0];
      if (!action || movement.actions.length !== 1) continue;
      const wanted = target.posture[action.dof];
      const is = posture[action.dof];
      if (wanted === undefined || is === undefined) continue;
      const on = this.goesOn(action.dof);
      // What moves is waited for: it is on its way, or has to come to rest before it is seen how far it went.
      if (on !== 0 && ((wanted - is - on) * (wanted - is) <= 0 || on * (wanted - is) < 0)) continue;
      const error = wanted - is - on;
      // Aim inside the tolerance, not at its edge: the prosthesis drifts while it stops.
      const tolerance = target.tolerances?.[action.dof] ?? target.tolerance;
      if (Math.abs(error) <= tolerance * 0.6 || Math.sign(error) !== action.direction) continue;
      if (!worst || Math.abs(error) > Math.abs(worst.error)) worst = { movement: movement.id, error };
    }
    return worst;
  }
}

const rest: UserIntent = { movement: 'rest', strength: 0 };
