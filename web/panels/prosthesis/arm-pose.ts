import type { Positions } from './ghost.js';
import { handFrame } from './hand-solids.js';
import { add, bent, moved, outward, radians, times, type Frame, type Vec } from './space.js';

/** From shoulder to elbow; and from elbow to wrist, as the world has it. Mm, of an adult. */
export const UPPER_ARM = 290;
export const FOREARM = 260;
/** How far what is held lies from the middle of the hand towards its palm, mm. */
export const HELD_PALM = 51;

/** Where the parts of an arm are. It is a left one, seen from the person's front right: so the palm is seen. */
export interface ArmPose {
  readonly shoulder: Vec;
  /** From the shoulder to the elbow; the palm of these frames is where the elbow bends to. */
  readonly upper: Frame;
  readonly forearm: Frame;
  /** Where the hand begins; its palm looks at who stands at the side, its thumb upwards. */
  readonly wrist: Frame;
  readonly hand: Frame;
}

/** Frame of an upper arm that hangs from a shoulder, brought forward by so many degrees. */
function upperArm(at: Vec, forwardDeg: number): Frame {
  const [c, s] = [Math.cos(radians(forwardDeg)), Math.sin(radians(forwardDeg))];
  return { at, along: [s, -c, 0], palm: [c, s, 0], thumb: [0, 0, -1] };
}

/** An arm from its shoulder on. */
export function hangingArm(
  shoulder: Vec,
  forwardDeg: number,
  elbowDeg: number,
  positions: Readonly<Positions>,
): ArmPose {
  const upper = upperArm(shoulder, forwardDeg);
  const forearm = bent(moved(upper, [UPPER_ARM, 0, 0]), elbowDeg);
  const end = moved(forearm, [FOREARM, 0, 0]);
  const wrist: Frame = { at: end.at, along: end.along, palm: [0, 0, 1], thumb: end.palm };
  return { shoulder, upper, forearm, wrist, hand: handFrame(wrist, positions) };
}

/**
 * An arm whose hand is at a place: `hold` is where it holds things, `pitchDeg` where the forearm points. The shoulder goes
 * where it must, as a person who leans.
 */
export function carriedArm(
  hold: Vec,
  handMm: number,
  pitchDeg: number,
  elbowDeg: number,
  positions: Readonly<Positions>,
): ArmPose {
  const forwardDeg = pitchDeg + 90 - elbowDeg;
  const still = hangingArm([0, 0, 0], forwardDeg, elbowDeg, positions);
  const grasp = add(still.hand.at, outward(still.hand, [handMm, HELD_PALM, 0]));
  const shoulder = add(hold, times(grasp, -1));
  return hangingArm(shoulder, forwardDeg, elbowDeg, positions);
}
