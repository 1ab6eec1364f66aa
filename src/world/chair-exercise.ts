import { RandomStream } from '../ground/signal/random.js';
import { ChairWorld } from './chair-world.js';
import { clamp } from './clamp.js';
import type { ChairWord } from './chair-words.js';
import type { JointTarget } from './world-view.js';
import type { WorldJoints, WorldSetting } from './world.js';

/** An angle to go to: somewhere in a range, deg. */
interface Angle {
  readonly dof: 'knee' | 'ankle';
  readonly word: ChairWord;
  readonly range: readonly [low: number, high: number];
}

/** Every angle is followed by one that leads back. Ranges are assumptions of a quiet exercise. */
const angles: readonly Angle[] = [
  { dof: 'knee', word: 'knee up', range: [15, 45] },
  { dof: 'knee', word: 'knee down', range: [80, 95] },
  { dof: 'ankle', word: 'ankle up', range: [8, 14] },
  { dof: 'ankle', word: 'ankle down', range: [-20, -8] },
];
export const TOLERANCE = { knee: 8, ankle: 6 } as const;
export const HELD_S = 0.7;
export const LIMIT_S = 15;
const REST_S = 1;
/** How long a person tries to turn the leg back, s. */
const BACK_S = 6;

/** Seated: knee and ankle are moved to an angle, held there, and on to the next. */
export class ChairExercise extends ChairWorld {
  private readonly random: RandomStream;
  private next = 0;
  private target: JointTarget | undefined;
  private rest = REST_S;
  private spent = 0;
  private held = 0;

  constructor(setting: WorldSetting) {
    super(setting);
    this.random = new RandomStream(setting.seed, 'world/exercise');
  }

  protected act(dtSeconds: number, joints: WorldJoints): void {
    const able = angles.filter(({ dof }) => this.setting.joints.has(dof));
    if (able.length === 0) {
      this.word = 'noJoint';
      this.targets = [];
      return;
    }
    if (!this.target) {
      this.rest -= dtSeconds;
      this.back(joints);
      if (this.rest <= 0 && this.targets.length === 0) this.begin(able[this.next++ % able.length]);
      return;
    }
    const { target } = this;
    this.spent += dtSeconds;
    const at = joints.positions[target.dof] ?? NaN;
    this.held = Math.abs(at - target.position) <= target.tolerance ? this.held + dtSeconds : 0;
    if (this.held >= HELD_S) {
      this.score.done++;
      this.end();
    } else if (this.spent >= LIMIT_S) {
      this.score.missed++;
      this.end();
    }
  }

  /** Between two angles the rest of the leg is brought to the front again, for a while at most. */
  private back(joints: WorldJoints): void {
    const inTime = this.rest > -BACK_S;
    const held = this.targets.filter(({ dof, position, tolerance }) => {
      const at = joints.positions[dof];
      return at !== undefined && Math.abs(at - position) > tolerance;
    });
    const asked = held.length > 0 ? held : this.strayed(joints);
    this.targets = inTime ? asked : [];
    this.word = this.targets.length > 0 ? 'straight' : 'rest';
  }

  private begin({ dof, word, range: [low, high] }: Angle): void {
    const limits = this.setting.joints.get(dof);
    const wanted = low + (high - low) * this.random.uniform();
    const position = limits ? clamp(wanted, limits.min, limits.max) : wanted;
    this.target = { dof, position, tolerance: TOLERANCE[dof] };
    this.targets = [this.target];
    this.word = word;
    this.spent = 0;
    this.held = 0;
  }

  private end(): void {
    this.target = undefined;
    this.targets = [];
    this.rest = REST_S;
  }
}
