import type { JointLimits } from '../decoder/prosthesis/joint-limits.js';
import type { JointState } from '../decoder/prosthesis/prosthesis.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { GripName } from '../ground/movement/grip-names.js';
import type { Contact, WorldView, WorldWish } from './world-view.js';

/** The prosthesis as the world meets it. */
export interface WorldJoints {
  readonly positions: JointState['positions'];
  /** Grip that the hand has; the power grip where none is told. */
  readonly grip?: GripName | undefined;
}

/** What a world is made for, and hears of again when it changes. */
export interface WorldSetting {
  /** Joints that the prosthesis has, with their limits. */
  readonly joints: ReadonlyMap<DofId, JointLimits>;
  /** Mass of the person, and the share of it that the stage of rehabilitation lets the prosthesis carry, 0 … 1. */
  readonly userMassKg: number;
  readonly loadShare: number;
  /** Of what is left to chance. */
  readonly seed: number;
}

/** What the prosthesis does something to. It has no clock: time passes by {@link tick}. */
export interface World {
  /** Go on with another setting. */
  adopt(setting: WorldSetting): void;
  /** Let a moment pass in which the prosthesis came to where it is now. */
  tick(dtSeconds: number, joints: WorldJoints, feel: (contact: Contact) => void): void;
  view(): WorldView;
  wish(): WorldWish;
}
