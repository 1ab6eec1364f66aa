import { ArmPoser, HAND_MM, type ArmPose } from './arm-pose.js';
import { offStraight, offUpright, openFor } from './arm-posture.js';
import { CarriedHand, type Place } from './carried-hand.js';
import { Grasp } from './grasp.js';
import { gripsFor } from './hand-grips.js';
import type { TableGame } from './table-game.js';
import { armWords, tableWords, type TableMoment } from './table-words.js';
import {
  noScore,
  noWish,
  type Contact,
  type JointTarget,
  type WorldView,
  type WorldWish,
} from './world-view.js';
import type { World, WorldJoints, WorldSetting } from './world.js';

/** Where the hand waits. */
const home: Place = { xMm: 175, yMm: 190 };
/** How long a person makes sure of a hold, or waits after a loss, s: assumptions. */
const SURE_S = 0.4;
const LOST_S = 1.2;
/** Beyond this lean what is carried is carried no further until it is upright again. */
const CARRIED_LEAN_DEG = 18;

const begins = {
  reach: 'reach',
  grasp: 'close',
  carry: 'carry',
  release: 'release',
  return: 'back',
} as const satisfies Record<Phase, TableMoment>;

type Phase = 'reach' | 'grasp' | 'carry' | 'release' | 'return';

/**
 * An arm at a table. Shoulder and trunk, the person's own, bring the hand to the thing, wait until it is held, carry
 * it, wait until it is let go, and come back; opening, closing, wrist and elbow are those of the prosthesis, and
 * nobody's hand helps.
 */
export class TableWorld implements World {
  private phase: Phase = 'reach';
  private moment: TableMoment = 'reach';
  private readonly score = noScore();
  private readonly hand = new CarriedHand(home);
  private readonly poser = new ArmPoser();
  private pose: ArmPose | undefined;
  private grasp: Grasp | undefined;
  /** Places that the hand still goes to, after the one it is on its way to. */
  private route: Place[] = [];
  private joints: WorldJoints = { positions: {} };
  /** Seconds that something has lasted: a firm hold, or the wait after a loss. */
  private lasted = 0;
  private targets: readonly JointTarget[] = [];
  private word: string | undefined;
  private feel: (contact: Contact) => void = () => undefined;

  constructor(
    private readonly game: TableGame,
    private setting: WorldSetting,
  ) {
    this.set('reach');
  }

  adopt(setting: WorldSetting): void {
    this.setting = setting;
  }

  tick(dtSeconds: number, joints: WorldJoints, feel: (contact: Contact) => void): void {
    this.joints = joints;
    this.feel = feel;
    const { game, score, hand } = this;
    score.seconds += dtSeconds;
    game.pass(dtSeconds, score);
    const leans = this.phase === 'carry' && Math.abs(this.grasp?.thing.leanDeg ?? 0) > CARRIED_LEAN_DEG;
    if (!leans) hand.pass(dtSeconds);
    this.pose = this.poser.pass(dtSeconds, hand.at, joints);
    this.grasp?.pass(dtSeconds, this.pose, joints);
    this.targets = [];
    this.word = undefined;
    if (game.pausing && this.phase !== 'return') this.set('return');
    this.go(dtSeconds);
    if (!this.setting.joints.has('hand')) this.word = armWords.noHand;
  }

  view(): WorldView {
    const { pose, grasp, game, score, phase } = this;
    const wrist = pose && { ...pose.wrist, pitchDeg: pose.pitchDeg, handMm: HAND_MM };
    return {
      phase,
      prompt: this.word ?? tableWords[game.next.kind][this.moment],
      wrist: wrist ?? { ...home, pitchDeg: 0, handMm: HAND_MM },
      things: game.things.map((thing) => ({ ...thing })),
      goalXMm: game.goalXMm,
      partition: game.partition,
      touchPercent: grasp?.touched ? grasp.touchPercent : null,
      gripN: grasp?.forceN ?? 0,
      stance: null,
      targets: this.targets,
      score: { ...score },
    };
  }

  wish(): WorldWish {
    const { grasp, targets, phase } = this;
    if (!grasp) return noWish;
    const closes = phase === 'grasp' && targets.length === 0 && !grasp.held;
    return {
      targets,
      closeOnPercent: closes ? grasp.touchPercent : undefined,
    };
  }

  private go(dtSeconds: number): void {
    switch (this.phase) {
      case 'reach':
        return this.reaching();
      case 'grasp':
        return this.grasping(dtSeconds);
      case 'carry':
        return this.carrying();
      case 'release':
        return this.releasing();
      case 'return':
        return this.returning(dtSeconds);
    }
  }

  // To the side of the thing, and to it once the hand is open and straight.
  private reaching(): void {
    const { grasp, hand, game, joints, setting } = this;
    if (!grasp) return this.set('reach');
    const at = this.holdPlace(grasp);
    const off = offStraight(joints, setting);
    const open = openFor(grasp.thing.widthMm, joints, setting);
    this.targets = open ? [...off.targets, open] : off.targets;
    const { moment } = this;
    if (open) this.moment = 'open';
    else if (moment === 'open') this.moment = 'reach';
    this.word = off.word;
    const ready = this.targets.length === 0;
    if (!this.arrived()) return;
    const here = hand.at;
    if (here.xMm === at.xMm && here.yMm === at.yMm) return this.set('grasp');
    const before = game.before(at);
    if (here.xMm !== before.xMm || here.yMm !== before.yMm) hand.go(before);
    else if (ready) hand.go(at);
  }

  private grasping(dtSeconds: number): void {
    const { grasp, joints, setting } = this;
    if (!grasp || grasp.thing.lost) return this.set('return');
    if (grasp.falling) return;
    if (!grasp.touched) {
      const off = offStraight(joints, setting);
      this.targets = off.targets;
      this.word = off.word;
    }
    const wrong = grasp.touched && !gripsFor(grasp.thing.widthMm).includes(joints.grip ?? 'power');
    this.moment = wrong ? 'grip' : grasp.held ? 'carry' : grasp.touched ? 'more' : 'close';
    if (wrong) {
      const open = openFor(grasp.thing.widthMm, joints, setting);
      if (open) this.targets = [...this.targets, open];
    }
    this.lasted = grasp.held ? this.lasted + dtSeconds : 0;
    if (this.lasted >= SURE_S) this.set('carry');
  }

  private carrying(): void {
    const { grasp, hand, game } = this;
    if (!grasp || grasp.thing.lost) return this.set('return');
    if (grasp.falling) return;
    if (!grasp.touched) return this.set('release');
    const { thing } = grasp;
    const level = offStraight(this.joints, this.setting).targets.filter(({ dof }) => dof === 'elbow');
    const tilted = thing.kind === 'cup' ? offUpright(this.joints, this.setting, grasp.metWith) : [];
    this.targets = [...level, ...tilted];
    this.moment = grasp.held ? 'carry' : 'slip';
    if (Math.abs(thing.leanDeg) > CARRIED_LEAN_DEG && thing.kind === 'cup') this.moment = 'upright';
    if (!this.arrived()) return;
    if (grasp.onTable && Math.abs(thing.xMm - game.goalXMm) < 1) return this.set('release');
    // Lower still, where an elbow or a slip has left it in the air, or to the goal, where the elbow took it aside.
    const { xMm, yMm } = hand.at;
    const [dx, dy] = [game.goalXMm - thing.xMm, Math.max(1, thing.yMm)];
    if (grasp.onTable || yMm - dy < 0) return this.set('release');
    hand.go({ xMm: xMm + dx, yMm: yMm - dy });
  }

  private releasing(): void {
    const { grasp, joints, setting } = this;
    if (!grasp) return this.set('return');
    this.moment = 'release';
    const open = openFor(grasp.thing.widthMm, joints, setting);
    if (open) this.targets = [open];
    if (grasp.touched || grasp.falling || open) return;
    this.game.settled(grasp.thing, this.score);
    this.set('return');
  }

  private returning(dtSeconds: number): void {
    const { game, grasp } = this;
    this.moment = grasp?.thing.lost ? 'lost' : 'back';
    if (game.pausing) this.word = armWords.pause;
    this.lasted += dtSeconds;
    if (!this.arrived() || game.pausing || grasp?.falling) return;
    if (grasp?.thing.lost) {
      if (this.lasted < LOST_S) return;
      game.settled(grasp.thing, this.score);
    }
    this.set('reach');
  }

  /** Go on along the way; whether it is at an end. */
  private arrived(): boolean {
    if (!this.hand.there) return false;
    const next = this.route.shift();
    if (!next) return true;
    this.hand.go(next);
    return false;
  }

  private holdPlace({ thing }: Grasp): Place {
    return { xMm: thing.xMm, yMm: thing.yMm + thing.heightMm / 2 };
  }

  private set(phase: Phase): void {
    const { hand, game, grasp } = this;
    this.phase = phase;
    this.moment = begins[phase];
    this.lasted = 0;
    this.route = [];
    const at = hand.at;
    if (phase === 'reach') {
      this.grasp = new Grasp(game.next, this.score, (contact) => this.feel(contact));
      this.route = [game.before(this.holdPlace(this.grasp))];
    } else if (phase === 'carry' && grasp) {
      const high = at.yMm + game.liftMm;
      const x = at.xMm + game.goalXMm - grasp.thing.xMm;
      this.route = [
        { xMm: at.xMm, yMm: high },
        { xMm: x, yMm: high },
        { xMm: x, yMm: at.yMm },
      ];
    } else if (phase === 'return') {
      const back = game.before(at);
      const way = { xMm: back.xMm, yMm: Math.max(back.yMm, at.yMm) };
      this.route = game.homewards || game.pausing ? [way, home] : [way];
    } else hand.halt();
  }
}
