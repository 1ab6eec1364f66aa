import type { DofId } from '../ground/movement/degree-of-freedom.js';

/** Parts of a task in their order. The person's own joints (shoulder, hip, the sound leg) do what they must by themselves. */
export const worldPhases = [
  // Arm: the shoulder brings the hand to the thing, waits until it is held, carries, waits until it is let go, returns.
  'reach',
  'grasp',
  'carry',
  'release',
  'return',
  // Leg: seated (exercise), rising, standing, sitting down.
  'seated',
  'rising',
  'standing',
  'sitting',
] as const;
/** Part of a task. */
export type WorldPhase = (typeof worldPhases)[number];

/** What a contact is: felt through the bone anchor (osseoperception). */
export const contactKinds = [
  'touch',
  'grasp',
  'slip',
  'drop',
  'put-down',
  'spill',
  'ground',
  'overload',
] as const;
/** Kind of a contact. */
export type ContactKind = (typeof contactKinds)[number];

/** What is on the table. */
export const thingKinds = ['cup', 'block'] as const;

/** Something that is felt when it happens. */
export interface Contact {
  readonly kind: ContactKind;
  /** How hard, 0 … 1. */
  readonly strength: number;
}

/** Where a joint of the prosthesis is to be, and how near, in its own unit. */
export interface JointTarget {
  readonly dof: DofId;
  readonly position: number;
  readonly tolerance: number;
}

/** What the world has counted. */
export interface WorldScore {
  done: number;
  dropped: number;
  slipped: number;
  spilled: number;
  crushed: number;
  missed: number;
  overloaded: number;
  seconds: number;
  secondsLeft: number | null;
  best: number | null;
}

/** A cup or a block; units as the wire tells them. */
export interface Thing {
  readonly id: number;
  readonly kind: (typeof thingKinds)[number];
  xMm: number;
  yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  leanDeg: number;
  held: boolean;
  squeeze: number;
  lost: boolean;
}

/** How a person with a prosthetic leg sits or stands. */
export interface Stance {
  readonly rise: number;
  readonly loadKg: number;
  readonly limitKg: number;
  readonly bodyKg: number;
  readonly grounded: boolean;
  readonly clearanceMm: number;
}

/** What there is to see. What each number means, and its unit, stands with the wire's `world` message. */
export interface WorldView {
  readonly phase: WorldPhase;
  readonly prompt: string;
  readonly wrist: {
    readonly xMm: number;
    readonly yMm: number;
    readonly pitchDeg: number;
    readonly handMm: number;
  } | null;
  readonly things: readonly Thing[];
  readonly goalXMm: number | null;
  readonly partition: { readonly xMm: number; readonly heightMm: number } | null;
  readonly touchPercent: number | null;
  readonly gripN: number;
  readonly stance: Stance | null;
  readonly targets: readonly JointTarget[];
  readonly score: Readonly<WorldScore>;
}

/** What is to be done with the prosthesis now, by whoever does the task. */
export interface WorldWish {
  /** Joints that are not where they should be. */
  readonly targets: readonly JointTarget[];
  /** Whether the hand is to close on something, and how far it is closed when it meets it. */
  readonly closeOnPercent: number | undefined;
  /** Whether what is done now is done with little force: weight is borne, and little of it is allowed. */
  readonly gently?: boolean | undefined;
}

/** Nothing to do but wait. */
export const noWish: WorldWish = { targets: [], closeOnPercent: undefined };

/** A score of nothing yet. */
export function noScore(): WorldScore {
  return {
    done: 0,
    dropped: 0,
    slipped: 0,
    spilled: 0,
    crushed: 0,
    missed: 0,
    overloaded: 0,
    seconds: 0,
    secondsLeft: null,
    best: null,
  };
}
