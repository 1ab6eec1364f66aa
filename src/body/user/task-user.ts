import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import { gripNames, type GripName } from '../../ground/movement/grip-names.js';
import type { Movement } from '../../ground/movement/movement.js';
import { SimulatedUser, type Anchor, type Posture, type Target, type UserIntent } from './simulated-user.js';
import type { UserSpec } from './user-fields.js';

/** What is to be done with the prosthesis now, as whoever looks at it sees. */
export interface TaskWish {
  /** Joints that are not where they should be. */
  readonly targets: readonly { readonly dof: DofId; readonly position: number; readonly tolerance: number }[];
  /** How far the hand is closed where it meets what it is to close on; undefined where it is to close on nothing. */
  readonly closeOnPercent: number | undefined;
  /** Whether it is to be done with little force. */
  readonly gently?: boolean | undefined;
}

/** What can be felt of what the prosthesis does; anything else passes unnoticed. */
export type FeltContact = 'touch' | 'grasp' | 'slip' | 'overload';

/** What a person can be who does something with a prosthesis. */
export interface TaskUserSetting {
  /** The scenario's `user` part, and its seed. */
  readonly user: UserSpec;
  readonly seed: number;
  /** Movements that the prosthesis can be asked for. */
  readonly available: readonly Movement[];
  /** What a contact is felt through. */
  readonly anchor: Anchor;
  /** Grip that the hand takes where a movement names none. */
  readonly grip: GripName;
}

/** Closing again when something slips, or a grip is not firm yet: how long each time, ms; assumptions. */
const SLIP_PULSE_MS = 260;
const PULSE_MS = 180;
const LONGEST_PULSE_MS = 700;
const LONGER = 1.25;
/** After too much weight a person waits, and is careful for a while, ms; assumptions. */
const OVERLOAD_REST_MS = 500;
const CAREFUL_MS = 6000;

/** Decoder, drive and hand of a practised person: a joint goes on about so long after they let go; an assumption. */
const foresight = { goesOnMs: 250 };

/**
 * A person who does something with the prosthesis: steers its joints by sight, closes the hand on a thing until the
 * touch is felt, closes on in short pulses until the hold is firm, again when it slips, and takes weight off when it
 * is too much. What is felt comes through bone earlier than through a socket.
 */
export class TaskUser {
  private readonly steering: SimulatedUser;
  private readonly closing: Movement | undefined;
  /** What was seen, oldest first; before anything, that there is nothing to do. */
  private readonly seen: { readonly timeMs: number; readonly wish: TaskWish }[] = [
    { timeMs: -Infinity, wish: nothing },
  ];
  private readonly coming: { readonly timeMs: number; readonly kind: FeltContact }[] = [];
  private touching = false;
  private restUntil = -Infinity;
  private pulseUntil = -Infinity;
  private pulseMs = PULSE_MS;
  private carefulUntil = -Infinity;

  constructor(private readonly setting: TaskUserSetting) {
    const { user, seed, available, anchor, grip } = setting;
    this.closing = closingOf(available, grip);
    const others = available.filter((movement) => !closes(movement));
    this.steering = new SimulatedUser(
      user,
      seed,
      this.closing ? [...others, this.closing] : others,
      anchor,
      foresight,
    );
  }

  /** Something touches, at a time; it is felt later. */
  touched(timeMs: number, kind: FeltContact): void {
    const { anchor, user } = this.setting;
    const delay = anchor === 'bone' ? user.contactDelayBoneMs : user.contactDelaySocketMs;
    this.coming.push({ timeMs: timeMs + delay, kind });
  }

  /**
   * Look at the prosthesis at a time and say what to intend now.
   * @param timeMs time since the start, milliseconds; must not go back
   * @param ends position of the joints that are at the end of their range
   */
  step(timeMs: number, posture: Posture, wish: TaskWish, ends: Posture = {}): UserIntent {
    const { user } = this.setting;
    const { seen, coming } = this;
    seen.push({ timeMs, wish });
    while (seen.length > 1 && seen[1].timeMs <= timeMs - user.visualDelayMs) seen.shift();
    for (let due = coming[0]; due && due.timeMs <= timeMs; due = coming[0]) {
      coming.shift();
      this.feel(timeMs, due.kind);
    }
    const asked = seen[0].wish;
    if (asked.closeOnPercent === undefined) this.letGo();
    const closesOn = asked.closeOnPercent !== undefined && !this.touching;
    const gently = asked.gently === true || timeMs < this.carefulUntil;
    const target = timeMs < this.restUntil ? null : targetOf(asked, closesOn, gently);
    const steered = this.steering.step(timeMs, posture, target, ends);
    if (timeMs < this.pulseUntil) return this.pulse();
    if (timeMs < this.restUntil) return rest;
    return this.touching ? this.again(timeMs) : steered;
  }

  /** Forget what was being done: somebody else has done it meanwhile. */
  reset(): void {
    this.steering.reset();
    this.letGo();
    this.coming.length = 0;
    this.restUntil = -Infinity;
    this.pulseUntil = -Infinity;
  }

  private letGo(): void {
    this.touching = false;
    this.pulseMs = PULSE_MS;
  }

  private feel(timeMs: number, kind: FeltContact): void {
    const { decisionIntervalMs } = this.setting.user;
    switch (kind) {
      case 'touch':
      case 'grasp':
        this.touching = true;
        this.pulseUntil = -Infinity;
        this.restUntil = timeMs + decisionIntervalMs;
        return;
      case 'slip':
        this.pulseUntil = timeMs + SLIP_PULSE_MS;
        this.restUntil = this.pulseUntil + decisionIntervalMs;
        return;
      case 'overload':
        this.restUntil = timeMs + OVERLOAD_REST_MS;
        this.carefulUntil = timeMs + CAREFUL_MS;
    }
  }

  /** The fingers lie on it and the hold is not seen to be firm: a little more, and longer where that did not help. */
  private again(timeMs: number): UserIntent {
    this.pulseUntil = timeMs + this.pulseMs;
    this.restUntil = this.pulseUntil + 1.5 * this.setting.user.decisionIntervalMs;
    this.pulseMs = Math.min(LONGEST_PULSE_MS, LONGER * this.pulseMs);
    return this.pulse();
  }

  private pulse(): UserIntent {
    const { closing, setting } = this;
    if (!closing) return rest;
    const { strengthPercent, fineStrengthPercent } = setting.user;
    return { movement: closing.id, strength: (strengthPercent + fineStrengthPercent) / 200 };
  }
}

const nothing: TaskWish = { targets: [], closeOnPercent: undefined };
const rest: UserIntent = { movement: 'rest', strength: 0 };

function closes({ actions }: Movement): boolean {
  return actions.length === 1 && actions[0].dof === 'hand' && actions[0].direction === 1;
}

/** The closing that a person takes things with: of the grips that there are the one that holds most. */
function closingOf(available: readonly Movement[], own: GripName): Movement | undefined {
  const strength = ({ grip = own }: Movement): number => gripNames.indexOf(grip);
  return available.filter(closes).sort((a, b) => strength(a) - strength(b))[0];
}

/** Where the joints are to go; a hand that is to close goes on until the touch is felt: it cannot be seen. */
function targetOf({ targets }: TaskWish, closesOn: boolean, gently: boolean): Target | null {
  if (closesOn) return { posture: { hand: 100 }, tolerance: 2, gently };
  if (targets.length === 0) return null;
  return {
    posture: Object.fromEntries(targets.map(({ dof, position }) => [dof, position])),
    tolerance: 5,
    gently,
    tolerances: Object.fromEntries(targets.map(({ dof, tolerance }) => [dof, tolerance])),
  };
}
