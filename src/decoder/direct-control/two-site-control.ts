import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import type { DirectControlSpec } from './direct-control-fields.js';

/** What two sites ask for. */
export interface DirectAction {
  /** Joint that is active. */
  readonly joint: DofId;
  /** 1 drives it positive (site A), −1 negative (site B), 0 not at all. */
  readonly direction: 1 | -1 | 0;
  /** 0 … 1. */
  readonly speed: number;
  /** True in the step in which co-contraction switched to the next joint. */
  readonly switched: boolean;
}

/**
 * Two-site direct control: the stronger of two antagonists drives the active joint, with speed proportional to
 * its amplitude above the threshold. A site switches on at one threshold and off at a lower one, so that it
 * does not chatter; both sites together for a while switch to the next joint.
 *
 * Amplitudes are normalised: 0 rest, 1 the strongest of training.
 */
export class TwoSiteControl {
  private active = 0;
  private onA = false;
  private onB = false;
  private togetherMs = 0;
  /** After a switch nothing happens until both sites have relaxed. */
  private latched = false;

  constructor(private readonly spec: DirectControlSpec) {}

  /** Joint that would move now. */
  get joint(): DofId {
    return this.spec.joints[this.active] ?? 'hand';
  }

  /**
   * What two amplitudes mean.
   * @param dtMs time since the last ones
   */
  push(a: number, b: number, dtMs: number): DirectAction {
    const { onPercent, coContractionPercent, coContractionMs, joints } = this.spec;
    const on = onPercent / 100;
    const off = Math.min(this.spec.offPercent, onPercent) / 100;
    this.onA = a >= (this.onA ? off : on);
    this.onB = b >= (this.onB ? off : on);
    if (this.latched) {
      this.latched = this.onA || this.onB;
      return this.still(false);
    }
    this.togetherMs = Math.min(a, b) >= coContractionPercent / 100 ? this.togetherMs + dtMs : 0;
    if (this.togetherMs >= coContractionMs && joints.length > 1) {
      this.active = (this.active + 1) % joints.length;
      this.togetherMs = 0;
      this.latched = true;
      return this.still(true);
    }
    // While a co-contraction may be under way the joint holds still.
    if (this.togetherMs > 0 || !(this.onA || this.onB)) return this.still(false);
    const positive = this.onA && (!this.onB || a >= b);
    const strength = positive ? a : b;
    const speed = Math.min(1, Math.max(0, (strength - off) / (1 - off)));
    return { joint: this.joint, direction: positive ? 1 : -1, speed, switched: false };
  }

  /** Back to rest, at the first joint. */
  reset(): void {
    this.active = this.togetherMs = 0;
    this.onA = this.onB = this.latched = false;
  }

  private still(switched: boolean): DirectAction {
    return { joint: this.joint, direction: 0, speed: 0, switched };
  }
}
