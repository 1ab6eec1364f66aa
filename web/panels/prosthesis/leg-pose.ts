import type { Positions } from './ghost.js';
import type { Ball } from './solid.js';
import {
  add,
  along,
  bent,
  length,
  minus,
  moved,
  place,
  radians,
  times,
  turned,
  unit,
  type Frame,
  type Vec,
} from './space.js';

/** Bones of a grown person, from joint to joint, mm; and from the ankle to the sole. */
export const THIGH = 430;
export const SHANK = 400;
export const SOLE = 80;
/** Height of the chair's seat: the hip of who sits on it is as high as their knee. */
export const SEAT = SHANK + SOLE - 72;
/** Half of the way between the hips, and where the ankles stand before the chair. */
export const HIP_Z = 95;
const FEET_X = 400;

/** A foot in the frame of its ankle: down along it, toes where its palm would be. */
export const foot: readonly Ball[] = [
  [4, -4, 0, 27],
  [58, -52, 12, 20],
  [58, -52, -12, 20],
  [64, 118, 24, 15],
  [64, 118, -22, 15],
  [68, 158, 8, 11],
];

/** Where the parts of one leg are. */
export interface LegPose {
  readonly thigh: Frame;
  readonly shank: Frame;
  readonly ankle: Frame;
}

/** How a person sits or stands. Walking needs nothing more: the hip's place and the angle of each hip. */
export interface Stand {
  /** Middle between the hips. */
  readonly hip: Vec;
  /** How far the trunk leans forward, degrees. */
  readonly leanDeg: number;
}

/** From seated (0) to standing (1): the thigh comes upright over the knee, the trunk leans forward on the way. */
export function standOf(rise: number): Stand {
  const thigh = radians(90 * (1 - rise));
  return {
    hip: [FEET_X - THIGH * Math.sin(thigh), SHANK + SOLE + THIGH * Math.cos(thigh), 0],
    leanDeg: 4 + 34 * Math.sin(Math.PI * Math.min(1, Math.max(0, rise))) - 2 * rise,
  };
}

/** A leg from its hip on, the thigh lifted forward by so many degrees. */
export function legAt(hip: Vec, hipDeg: number, positions: Readonly<Positions>): LegPose {
  const [c, s] = [Math.cos(radians(hipDeg)), Math.sin(radians(hipDeg))];
  const thigh: Frame = { at: hip, along: [s, -c, 0], palm: [c, s, 0], thumb: [0, 0, 1] };
  const stump = turned(thigh, positions['femoral-rotation'] ?? 0);
  const shank = bent(moved(stump, [THIGH, 0, 0]), -(positions.knee ?? 0));
  const turnedShank = turned(shank, positions['tibial-rotation'] ?? 0);
  return { thigh, shank: turnedShank, ankle: bent(moved(turnedShank, [SHANK, 0, 0]), positions.ankle ?? 0) };
}

/** Height of the foot's lowest point. */
export const lowest = ({ ankle }: LegPose): number =>
  Math.min(...foot.map(([a, p, t, r]) => place(ankle, [a, p, t])[1] - r));

/**
 * The leg with the hip lifted so that the foot is so high over the ground: 0 while it stands. Where no angle of the hip does
 * that, the one that comes nearest.
 */
export function legAbove(
  hip: Vec,
  clearanceMm: number,
  positions: Readonly<Positions>,
  seated: boolean,
): LegPose {
  // Seated, the thigh rests on the chair and only rises off it.
  const [from, to] = seated ? [90, 116] : [-8, 112];
  let best = legAt(hip, from, positions);
  let nearest = Math.abs(lowest(best) - clearanceMm);
  if (lowest(best) >= clearanceMm) return best;
  for (let deg = from; deg <= to; deg += 2) {
    const some = legAt(hip, deg, positions);
    const off = Math.abs(lowest(some) - clearanceMm);
    if (off < nearest) [best, nearest] = [some, off];
    if (lowest(some) >= clearanceMm) return between(hip, deg - 2, deg, clearanceMm, positions);
  }
  return best;
}

function between(
  hip: Vec,
  low: number,
  high: number,
  clearanceMm: number,
  positions: Readonly<Positions>,
): LegPose {
  for (let i = 0; i < 8; i++) {
    const half = (low + high) / 2;
    if (lowest(legAt(hip, half, positions)) < clearanceMm) low = half;
    else high = half;
  }
  return legAt(hip, high, positions);
}

/** The person's sound leg: its foot flat on the ground where it always stands, its knee forward. */
export function soundLeg(hip: Vec): LegPose {
  const ankleAt: Vec = [FEET_X, SOLE, -HIP_Z];
  const way = minus(ankleAt, hip);
  const far = Math.min(THIGH + SHANK, length(way));
  const towards = unit(way);
  const cos = (THIGH * THIGH + far * far - SHANK * SHANK) / (2 * THIGH * far);
  const angle = Math.acos(Math.min(1, Math.max(-1, cos)));
  const ahead: Vec = [-towards[1], towards[0], 0];
  const knee = add(hip, add(times(towards, THIGH * Math.cos(angle)), times(ahead, THIGH * Math.sin(angle))));
  return {
    thigh: along(hip, minus(knee, hip), [0.6, 0.8, 0]),
    shank: along(knee, minus(ankleAt, knee), [1, 0, 0]),
    ankle: { at: ankleAt, along: [0, -1, 0], palm: [1, 0, 0], thumb: [0, 0, 1] },
  };
}
