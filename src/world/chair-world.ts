import { clamp } from './clamp.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import { LegPoser } from './leg-pose.js';
import { Weight } from './weight.js';
import { chairWords, type ChairWord } from './chair-words.js';
import {
  noScore,
  type Contact,
  type JointTarget,
  type WorldPhase,
  type WorldView,
  type WorldWish,
} from './world-view.js';
import type { World, WorldJoints, WorldSetting } from './world.js';

/** A phrase about an overload stays so long, s. */
const TOLD_S = 1.5;
/** Joints that no task of these moves: a person brings them back who sees them turned so far, of the way to their end. */
const IDLE: readonly DofId[] = ['tibial-rotation', 'femoral-rotation'];
const STRAYED = 0.7;
/** How near the front is near enough, of the way to the end. */
const BACK = 0.35;

/** A person with a prosthetic leg on a chair: what both tasks have in common. */
export abstract class ChairWorld implements World {
  protected phase: WorldPhase = 'seated';
  protected word: ChairWord = 'rest';
  /** 0 seated … 1 standing. */
  protected rise = 0;
  protected targets: readonly JointTarget[] = [];
  protected readonly score = noScore();
  protected readonly leg = new LegPoser();
  private readonly weight: Weight;
  private overloadedFor = Infinity;
  private before: boolean | undefined;

  constructor(protected setting: WorldSetting) {
    this.weight = new Weight(setting);
  }

  adopt(setting: WorldSetting): void {
    this.setting = setting;
    this.weight.adopt(setting);
  }

  tick(dtSeconds: number, joints: WorldJoints, feel: (contact: Contact) => void): void {
    const { score, leg, weight } = this;
    score.seconds += dtSeconds;
    this.overloadedFor += dtSeconds;
    this.act(dtSeconds, joints, feel);
    leg.pass(joints, this.rise);
    if (leg.grounded && this.before === false) feel({ kind: 'ground', strength: 0.5 });
    this.before = leg.grounded;
    const over = weight.pass(dtSeconds, joints, this.rise, leg.grounded);
    if (over === undefined) return;
    score.overloaded++;
    this.overloadedFor = 0;
    feel({ kind: 'overload', strength: 0.4 + 0.6 * over });
  }

  view(): WorldView {
    const { phase, rise, leg, weight, targets, score } = this;
    const word = this.overloadedFor < TOLD_S ? 'overload' : this.word;
    return {
      phase,
      prompt: chairWords[word],
      wrist: null,
      things: [],
      goalXMm: null,
      partition: null,
      touchPercent: null,
      gripN: 0,
      stance: {
        rise,
        loadKg: weight.loadKg,
        limitKg: weight.limitKg,
        bodyKg: weight.bodyKg,
        grounded: leg.grounded,
        clearanceMm: leg.clearanceMm,
      },
      targets,
      score: { ...score },
    };
  }

  wish(): WorldWish {
    return {
      targets: this.targets,
      closeOnPercent: undefined,
      gently: this.weight.isWatched && this.rise > 0,
    };
  }

  /** Joints that were turned aside by what was decoded wrongly, and where they belong. */
  protected strayed({ positions }: WorldJoints): JointTarget[] {
    return IDLE.flatMap((dof) => {
      const [limits, at] = [this.setting.joints.get(dof), positions[dof]];
      if (!limits || at === undefined) return [];
      const position = clamp(0, limits.min, limits.max);
      const way = Math.abs(at < position ? limits.min - position : limits.max - position);
      return Math.abs(at - position) > STRAYED * way ? [{ dof, position, tolerance: BACK * way }] : [];
    });
  }

  /** Do what the task asks for. */
  protected abstract act(dtSeconds: number, joints: WorldJoints, feel: (contact: Contact) => void): void;
}
