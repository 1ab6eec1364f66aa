import { cos, sin } from '../ground/math/real.js';
import { DEG } from '../ground/signal/units.js';
import { clamp } from './clamp.js';
import type { Place } from './carried-hand.js';
import type { WorldJoints } from './world.js';

/** From elbow to wrist, and from wrist to what the hand holds: assumptions, of an adult. */
const FOREARM_MM = 260;
export const HAND_MM = 95;
/** Angle of the elbow at which the forearm lies level under an upper arm that hangs. */
const LEVEL_DEG = 90;
/** How far, and how fast, the upper arm makes good what the elbow lacks: assumptions. */
const SHOULDER_DEG = 35;
const SHOULDER_DEG_PER_S = 90;
/** Half the thickness of a hand, which lies on the table, and from wrist to fingertips, which do not go through it. */
const LOWEST_MM = 12;
const TIPS_MM = 185;

/** Where the hand is and how it is turned. */
export interface ArmPose {
  readonly wrist: Place;
  /** Where it points: 0 along the table, up positive. */
  readonly pitchDeg: number;
  /** Where it holds things. */
  readonly hold: Place;
  /** What leans a thing in the hand: in the plane of the forearm, and across it by the turn of the wrist. */
  readonly tiltDeg: number;
  readonly turnDeg: number;
}

/**
 * The arm that brings the hand to where it is wanted. An elbow of the prosthesis lifts and lowers the hand; the person
 * leans the upper arm against it, as far and as fast as a shoulder does, and what remains pitches the hand. Without
 * such an elbow the person's own keeps the forearm level. A turn of the wrist leans what is held, and so does its
 * deviation; flexion of the wrist moves the hand aside, which the shoulder makes good whole.
 */
export class ArmPoser {
  private shoulderDeg = 0;
  private pose: ArmPose | undefined;

  /** Let time pass, with the hand wanted at a place. */
  pass(dtSeconds: number, wanted: Place, { positions }: WorldJoints): ArmPose {
    const off = positions.elbow === undefined ? 0 : positions.elbow - LEVEL_DEG;
    const goal = clamp(-off, -SHOULDER_DEG, SHOULDER_DEG);
    // Nobody begins with an arm that must first be brought to where it hangs.
    if (!this.pose) this.shoulderDeg = goal;
    const most = SHOULDER_DEG_PER_S * dtSeconds;
    this.shoulderDeg += clamp(goal - this.shoulderDeg, -most, most);
    const pitchDeg = off + this.shoulderDeg;
    const [along, up] = [cos(pitchDeg * DEG), sin(pitchDeg * DEG)];
    const wrist = {
      xMm: wanted.xMm - HAND_MM - FOREARM_MM * (1 - along),
      yMm: Math.max(LOWEST_MM + TIPS_MM * Math.max(0, -up), wanted.yMm + FOREARM_MM * up),
    };
    const hold = { xMm: wrist.xMm + HAND_MM * along, yMm: Math.max(LOWEST_MM, wrist.yMm + HAND_MM * up) };
    const tiltDeg = pitchDeg + (positions['wrist-deviation'] ?? 0);
    return (this.pose = { wrist, pitchDeg, hold, tiltDeg, turnDeg: positions['wrist-rotation'] ?? 0 });
  }
}
