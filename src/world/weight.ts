import { clamp } from './clamp.js';
import type { WorldJoints, WorldSetting } from './world.js';

/** Share of the body that its feet carry on a chair, and how much of a rise brings all of it on them. */
const SEATED_SHARE = 0.15;
const SEAT_LEAVES = 0.25;
/**
 * What a person puts on the prosthesis: half, and at most so much of what is allowed, less while they rise or sit down. The
 * rest is on sound leg and crutches.
 */
export const HALF = 0.5;
export const OF_LIMIT = 0.8;
export const OF_LIMIT_MOVING = 0.5;
/** Standing begins here, of the way up. */
const STANDS = 0.95;
/** Who had too much on it takes more on the crutches: so much of what comes, at least so much; forgotten in so many seconds. */
const LESS = 0.7;
const LEAST = 0.3;
const FORGETS_S = 150;
/** Allowed less than this, a person watches the scale and moves gently. */
const WATCHED_BELOW = 0.7;
/** A foot that presses and a knee that straightens under the body push it up, of the body per degree and per degree/s. */
export const PER_ANKLE_DEG = 0.012;
export const PER_KNEE_DEG_PER_S = 0.0012;
/** Ankle within this bears no weight of its own. */
const FLAT_DEG = 5;
/** How quickly weight comes and goes, s. */
const SETTLES_S = 0.12;
/** Over the limit until it is so far under it again. */
const BACK_UNDER = 0.95;

/**
 * Weight on the prosthesis. All shares are assumptions: a person rises with what the stage of rehabilitation allows and
 * takes the rest on the sound leg and on crutches, but a knee that straightens fast, or toes that press, push more onto
 * the stem than they meant to.
 */
export class Weight {
  loadKg = 0;
  private over = false;
  /** Share of what would come that the person lets come: 1 where there was not too much lately. */
  private wary = 1;
  private knee: number | undefined;

  constructor(private setting: WorldSetting) {}

  get bodyKg(): number {
    return this.setting.userMassKg;
  }

  get limitKg(): number {
    return this.setting.userMassKg * this.setting.loadShare;
  }

  /** Whether little enough is allowed that a person watches what they do. */
  get isWatched(): boolean {
    return this.setting.loadShare < WATCHED_BELOW;
  }

  adopt(setting: WorldSetting): void {
    this.setting = setting;
  }

  /**
   * Let time pass.
   * @returns by what share of the limit it has just been exceeded, where it has
   */
  pass(dtSeconds: number, { positions }: WorldJoints, rise: number, grounded: boolean): number | undefined {
    const { knee = 0, ankle = 0 } = positions;
    const straightens = Math.max(0, ((this.knee ?? knee) - knee) / dtSeconds);
    this.knee = knee;
    const borne = SEATED_SHARE + (1 - SEATED_SHARE) * clamp(rise / SEAT_LEAVES, 0, 1);
    this.wary += (1 - this.wary) * Math.min(1, dtSeconds / FORGETS_S);
    const ofLimit = rise > STANDS ? OF_LIMIT : OF_LIMIT_MOVING;
    const meant = Math.min(HALF, ofLimit * this.setting.loadShare);
    const pushed =
      PER_ANKLE_DEG * Math.max(0, -ankle - FLAT_DEG) + (rise > 0.02 ? PER_KNEE_DEG_PER_S * straightens : 0);
    const goal = grounded ? this.bodyKg * borne * clamp(this.wary * (meant + pushed), 0, 1) : 0;
    this.loadKg += (goal - this.loadKg) * Math.min(1, dtSeconds / SETTLES_S);
    const { loadKg, limitKg } = this;
    if (this.over) {
      if (loadKg < BACK_UNDER * limitKg) this.over = false;
      return undefined;
    }
    // Of nothing allowed nothing is meant either: what a foot weighs is no overload.
    if (loadKg <= limitKg + 0.5) return undefined;
    this.over = true;
    this.wary = Math.max(LEAST, LESS * this.wary);
    return clamp((loadKg - limitKg) / Math.max(1, limitKg), 0, 1);
  }
}
