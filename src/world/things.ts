import type { Thing } from './world-view.js';

/** What a thing is like to the hand. */
export interface ThingNature {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly massKg: number;
  /** Of its surface on the fingers. */
  readonly friction: number;
  /** Force that it bears, newtons. */
  readonly bearsN: number;
  /** How far it may lean: what is in it runs out beyond; Infinity where nothing can. */
  readonly spillDeg: number;
  /** How far it may lean, or fall, and still stands when it comes down. */
  readonly topplesDeg: number;
  readonly fallMm: number;
}

/** Assumptions: a thin cup three quarters full, and a cube of wood. */
export const natures: Readonly<Record<Thing['kind'], ThingNature>> = {
  cup: {
    widthMm: 75,
    heightMm: 95,
    massKg: 0.3,
    friction: 0.6,
    bearsN: 45,
    spillDeg: 35,
    topplesDeg: 20,
    fallMm: 20,
  },
  block: {
    widthMm: 25,
    heightMm: 25,
    massKg: 0.02,
    friction: 0.5,
    bearsN: Infinity,
    spillDeg: Infinity,
    topplesDeg: Infinity,
    fallMm: Infinity,
  },
};

/** Acceleration of free fall, m/s². */
export const GRAVITY = 9.81;

/** Force with which two sides of a thing must be pressed so that friction bears its weight. */
export function forceToHold({ massKg, friction }: ThingNature): number {
  return (massKg * GRAVITY) / (2 * friction);
}

/** A thing that stands on the table. */
export function thingAt(kind: Thing['kind'], id: number, xMm: number): Thing {
  const { widthMm, heightMm } = natures[kind];
  return { id, kind, xMm, yMm: 0, widthMm, heightMm, leanDeg: 0, held: false, squeeze: 0, lost: false };
}
