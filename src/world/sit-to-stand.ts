import { ChairWorld } from './chair-world.js';
import { clamp } from './clamp.js';
import type { Contact, JointTarget } from './world-view.js';
import type { WorldJoints } from './world.js';

/** Bend of the knee over which the body rises and sits, deg: from the foot under it to all but straight. */
const BENT_DEG = 88;
const STRAIGHT_DEG = 6;
/** The foot is under the knee about here, within this, deg, and flat within that. */
const SEATED_DEG = 96;
const UNDER_DEG = 26;
const FLAT_DEG = 14;
/** How fast sound leg and crutches lift the body at most, of the whole way per second: an assumption. */
const RISE_PER_S = 1.6;
const READY_S = 0.8;
const STANDS_S = 3;
const SITS_S = 2;
/** Knee that bends so far under somebody who stands gives way. */
const GIVES_WAY_DEG = 20;

const begins = { seated: 'rest', rising: 'rise', standing: 'stand', sitting: 'sit' } as const;

/**
 * The body rises as the knee straightens with the foot under it, stands, and sits down as it bends. It never comes
 * further than the knee lets it; a knee that bends by itself lets it down again.
 */
export class SitToStand extends ChairWorld {
  private lasted = 0;
  private givesWay = false;

  protected act(dtSeconds: number, joints: WorldJoints, feel: (contact: Contact) => void): void {
    const { positions } = joints;
    const { knee } = positions;
    this.targets = [];
    if (knee === undefined || !this.setting.joints.has('knee')) {
      this.word = 'noKnee';
      return;
    }
    switch (this.phase) {
      case 'rising':
        this.word = 'rise';
        this.follow(dtSeconds, knee);
        this.targets = [this.aim('knee', 0, STRAIGHT_DEG), ...this.flatten(joints)];
        if (this.rise >= 0.97) this.enter('standing');
        else if (this.rise <= 0 && knee > SEATED_DEG + UNDER_DEG) this.enter('seated');
        return;
      case 'standing':
        this.word = 'stand';
        this.follow(dtSeconds, knee);
        this.lasted += dtSeconds;
        this.targets = [
          ...(knee > STRAIGHT_DEG + 4 ? [this.aim('knee', 0, STRAIGHT_DEG)] : []),
          ...this.flatten(joints),
        ];
        this.watch(knee, feel);
        if (this.lasted >= STANDS_S && this.rise > 0.9) this.enter('sitting');
        return;
      case 'sitting':
        this.word = 'sit';
        this.follow(dtSeconds, knee);
        this.targets = [this.aim('knee', SEATED_DEG, UNDER_DEG), ...this.flatten(joints)];
        // The chair takes the rest.
        if (Math.abs(knee - SEATED_DEG) > UNDER_DEG || this.rise > 0.25) return;
        this.score.done++;
        return this.enter('seated');
      default:
        this.rise = Math.max(0, this.rise - RISE_PER_S * dtSeconds);
        return this.seated(dtSeconds, joints, knee);
    }
  }

  /** Toes that press, or a heel that digs in, are put right. */
  private flatten(joints: WorldJoints): JointTarget[] {
    return this.isFlat(joints) ? [] : [this.aim('ankle', 0, FLAT_DEG)];
  }

  private isFlat({ positions: { ankle } }: WorldJoints): boolean {
    return ankle === undefined || !this.setting.joints.has('ankle') || Math.abs(ankle) <= FLAT_DEG;
  }

  private seated(dtSeconds: number, joints: WorldJoints, knee: number): void {
    const under = Math.abs(knee - SEATED_DEG) <= UNDER_DEG;
    const flat = this.isFlat(joints);
    this.word = !under ? 'under' : !flat ? 'flat' : 'rest';
    this.targets = [
      ...(under ? [] : [this.aim('knee', SEATED_DEG, UNDER_DEG)]),
      ...this.flatten(joints),
      ...this.strayed(joints),
    ];
    this.lasted = under && flat && this.leg.grounded ? this.lasted + dtSeconds : 0;
    if (this.lasted >= (this.score.done > 0 ? SITS_S : READY_S)) this.enter('rising');
  }

  /** The body goes as far as the knee lets it, and no faster than it is lifted. */
  private follow(dtSeconds: number, knee: number): void {
    const allowed = clamp((BENT_DEG - knee) / (BENT_DEG - STRAIGHT_DEG), 0, 1);
    this.rise = Math.min(allowed, this.rise + RISE_PER_S * dtSeconds);
  }

  private watch(knee: number, feel: (contact: Contact) => void): void {
    if (knee <= GIVES_WAY_DEG) this.givesWay = false;
    else if (!this.givesWay) {
      this.givesWay = true;
      this.score.slipped++;
      feel({ kind: 'slip', strength: 0.7 });
    }
  }

  private aim(dof: 'knee' | 'ankle', wanted: number, tolerance: number): JointTarget {
    const limits = this.setting.joints.get(dof);
    return { dof, position: limits ? clamp(wanted, limits.min, limits.max) : wanted, tolerance };
  }

  private enter(phase: keyof typeof begins): void {
    this.phase = phase;
    this.word = begins[phase];
    this.lasted = 0;
    this.givesWay = false;
  }
}
