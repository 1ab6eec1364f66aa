import type { ArmPose } from './arm-pose.js';
import { closedPercentAt, gripForce, gripsFor } from './hand-grips.js';
import { forceToHold, GRAVITY, natures, type ThingNature } from './things.js';
import type { Contact, Thing, WorldScore } from './world-view.js';
import type { WorldJoints } from './world.js';

/** A hold is firm with this much more force than the thing needs: an assumption. */
export const FIRM = 1.4;
/** Slid so far through the fingers, of its height, a thing is out of them. */
const LETS_GO = 0.4;
/** How near the middle of the hand must be to the thing, beyond half of its size, to close on it. */
const NEAR_MM = 18;

/** Where hand and thing were to each other when the fingers met it. */
interface Hold {
  readonly dx: number;
  readonly dy: number;
  readonly tiltDeg: number;
  readonly turnDeg: number;
  /** Joints of the arm then. */
  readonly joints: WorldJoints['positions'];
}

/** What becomes of one thing between the fingers, on the table and in the air. */
export class Grasp {
  readonly nature: ThingNature;
  /** How far the hand is closed where its fingers lie on the thing. */
  readonly touchPercent: number;
  /** Force on it now, newtons. */
  forceN = 0;
  private hold: Hold | undefined;
  private firm = false;
  private slipping = false;
  /** Way and speed, m and m/s: through the fingers, or of a fall. */
  private slid = 0;
  private speed = 0;
  /** Way that it slid down since it was met, m. */
  private lost = 0;
  private fallsFrom: number | undefined;
  /** Whether it stood on the table last. */
  private stood = true;

  constructor(
    readonly thing: Thing,
    private readonly score: WorldScore,
    private readonly feel: (contact: Contact) => void,
  ) {
    this.nature = natures[thing.kind];
    this.touchPercent = closedPercentAt(thing.widthMm);
  }

  /** Whether fingers are on it. */
  get touched(): boolean {
    return this.hold !== undefined;
  }

  /** Whether it is held well enough to be carried. */
  get held(): boolean {
    return this.firm && !this.slipping && !this.thing.lost;
  }

  /** Joints of the arm when the fingers met it: as they were then it stands upright. */
  get metWith(): WorldJoints['positions'] {
    return this.hold?.joints ?? {};
  }

  get falling(): boolean {
    return this.fallsFrom !== undefined;
  }

  /** Whether it has nothing under it but the table. */
  get onTable(): boolean {
    return this.thing.yMm <= 0;
  }

  pass(dtSeconds: number, pose: ArmPose, joints: WorldJoints): void {
    const { thing, touchPercent } = this;
    const closed = joints.positions.hand ?? 0;
    const grip = joints.grip ?? 'power';
    if (this.falling) this.fall(dtSeconds);
    const able = gripsFor(thing.widthMm).includes(grip);
    const isIn = closed >= touchPercent && !this.falling && (this.touched || this.near(pose));
    if (isIn && !this.hold) this.meet(pose, joints);
    this.forceN = this.hold && isIn && able ? gripForce(grip, closed, touchPercent) : 0;
    thing.squeeze = Math.min(1, this.forceN / this.nature.bearsN);
    if (this.hold && this.forceN > 0) this.carry(dtSeconds, pose, this.hold);
    else if (this.hold && !this.onTable) this.drop();
    if (!isIn) this.leave();
    this.judge();
    thing.held = this.firm && !this.falling;
  }

  private near({ hold }: ArmPose): boolean {
    const { xMm, yMm, widthMm, heightMm } = this.thing;
    return (
      Math.abs(hold.xMm - xMm) <= widthMm / 2 + NEAR_MM &&
      Math.abs(hold.yMm - (yMm + heightMm / 2)) <= heightMm / 2 + NEAR_MM
    );
  }

  private meet({ hold, tiltDeg, turnDeg }: ArmPose, { positions }: WorldJoints): void {
    const { xMm, yMm } = this.thing;
    this.hold = { dx: xMm - hold.xMm, dy: yMm - hold.yMm, tiltDeg, turnDeg, joints: positions };
    this.slid = 0;
    this.lost = 0;
    this.speed = 0;
    this.feel({ kind: 'touch', strength: 0.3 });
  }

  /** It goes with the hand, as far as friction takes its weight; the table bears what stands on it. */
  private carry(dtSeconds: number, pose: ArmPose, { dx, dy, tiltDeg, turnDeg }: Hold): void {
    const { thing, nature } = this;
    const need = forceToHold(nature);
    thing.xMm = pose.hold.xMm + dx;
    const above = pose.hold.yMm + dy;
    const wanted = above - 1000 * this.slid;
    if (!this.firm && this.forceN >= FIRM * need) {
      this.firm = true;
      this.feel({ kind: 'grasp', strength: thing.squeeze });
    }
    if (wanted <= 0 || (this.stood && this.forceN < need)) {
      // The table bears it: the hand slides along it as it goes up or down.
      this.slid = above / 1000;
      this.speed = 0;
      this.slipping = false;
      thing.yMm = 0;
      if (!this.stood) this.feel({ kind: 'put-down', strength: 0.3 });
    } else {
      thing.yMm = wanted;
      this.slide(dtSeconds, need);
    }
    this.stood = this.onTable;
    if (!this.onTable || this.firm) {
      const [tilt, turn] = [pose.tiltDeg - tiltDeg, pose.turnDeg - turnDeg];
      thing.leanDeg = Math.sqrt(tilt * tilt + turn * turn) * (turn - tilt < 0 ? -1 : 1);
    }
  }

  private slide(dtSeconds: number, need: number): void {
    const acceleration = GRAVITY * (1 - this.forceN / need);
    const speed = Math.max(0, this.speed + acceleration * dtSeconds);
    const way = ((this.speed + speed) / 2) * dtSeconds;
    this.slid += way;
    this.lost += way;
    this.speed = speed;
    const slips = speed > 0;
    if (slips && !this.slipping) {
      this.score.slipped++;
      this.feel({ kind: 'slip', strength: Math.min(1, 0.4 + speed) });
    }
    this.slipping = slips;
    if (1000 * this.lost > LETS_GO * this.nature.heightMm) this.drop();
  }

  /** Out of the hand, and nothing under it. */
  private drop(): void {
    this.fallsFrom = this.thing.yMm;
    this.score.dropped++;
    this.feel({ kind: 'drop', strength: Math.min(1, 0.3 + this.thing.yMm / 300) });
    this.leave();
  }

  private leave(): void {
    this.hold = undefined;
    this.firm = false;
    this.slipping = false;
    this.forceN = 0;
    this.thing.squeeze = 0;
  }

  private fall(dtSeconds: number): void {
    const { thing, nature, fallsFrom = 0 } = this;
    const speed = this.speed + GRAVITY * dtSeconds;
    thing.yMm = Math.max(0, thing.yMm - 500 * (this.speed + speed) * dtSeconds);
    this.speed = speed;
    if (!this.onTable) return;
    this.fallsFrom = undefined;
    this.speed = 0;
    this.stood = true;
    if (fallsFrom > nature.fallMm) this.lose(90);
  }

  /** Spilled, toppled or crushed. */
  private judge(): void {
    const { thing, nature, score } = this;
    if (thing.lost) return;
    if (this.forceN > nature.bearsN) {
      score.crushed++;
      this.spill();
    } else if (Math.abs(thing.leanDeg) > nature.spillDeg) {
      score.spilled++;
      this.spill();
    } else if (!this.touched && !this.falling && this.onTable && thing.leanDeg !== 0) {
      if (Math.abs(thing.leanDeg) > nature.topplesDeg) {
        score.spilled++;
        this.spill();
        thing.leanDeg = thing.leanDeg < 0 ? -90 : 90;
      } else thing.leanDeg = 0;
    }
  }

  private spill(): void {
    this.thing.lost = true;
    this.feel({ kind: 'spill', strength: 0.5 });
  }

  private lose(leanDeg: number): void {
    this.thing.lost = true;
    this.thing.leanDeg = this.thing.leanDeg < 0 ? -leanDeg : leanDeg;
  }
}
