import { cos, sin } from '../ground/math/real.js';
import { DEG } from '../ground/signal/units.js';
import type { WorldJoints } from './world.js';

/** From knee to sole, and from ankle to toes: assumptions, of an adult. The chair is as high as the knee is then. */
const SHANK_MM = 480;
const TOES_MM = 140;
/** How far the person's own hip lowers the knee for the sole to come down: an assumption. */
const HIP_MM = 25;
/** Nearer than this to the ground a foot stands on it; further than that it does not any more. */
const STANDS_MM = 10;
const LEAVES_MM = 20;

/**
 * The prosthetic leg under a thigh that lies on a chair and comes upright as the person rises. The knee stays about
 * where it is; bent as far as the thigh leans, it holds the shank upright and the sole on the ground.
 */
export class LegPoser {
  /** How far the foot's lowest point is above the ground. */
  clearanceMm = 0;
  grounded = false;

  /** @param rise 0 seated … 1 standing */
  pass({ positions }: WorldJoints, rise: number): void {
    const thighDeg = 90 * (1 - rise);
    const forwardDeg = thighDeg - (positions.knee ?? thighDeg);
    const toes = TOES_MM * sin((forwardDeg + (positions.ankle ?? 0)) * DEG);
    const sole = SHANK_MM * (1 - cos(forwardDeg * DEG)) + Math.min(0, toes);
    this.clearanceMm = Math.max(0, sole - HIP_MM);
    if (this.clearanceMm <= STANDS_MM) this.grounded = true;
    else if (this.clearanceMm > LEAVES_MM) this.grounded = false;
  }
}
