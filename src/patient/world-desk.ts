import { TaskUser } from '../body/user/task-user.js';
import type { UserIntent } from '../body/user/simulated-user.js';
import { commandMovements } from '../decoder/prosthesis/command.js';
import { jointLimits } from '../decoder/prosthesis/joint-limits.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import type { ServerMessageOf } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';
import { contactWords } from '../world/contact-words.js';
import { RunningWorld, type ContactAt } from '../world/running-world.js';
import type { WorldJoints, WorldSetting } from '../world/world.js';
import type { IntentDesk } from './intent-desk.js';
import type { LiveStage } from './live-stage.js';
import { endStops } from './joints.js';

/** Who lives, with the decoder and the prosthesis that run. */
export interface WorldBench {
  readonly scenario: Scenario;
  readonly classes: readonly string[];
  readonly joints: readonly DofId[];
  /** Who decides what is intended; absent of a real person, in whose place nobody does. */
  readonly intent?: IntentDesk | undefined;
}

/** What the world asks of the stage that it is on. */
export type WorldHost = Pick<LiveStage, 'say' | 'stopFingers'>;

interface Running {
  readonly world: RunningWorld;
  bench: WorldBench;
  user: TaskUser;
  intent: UserIntent | undefined;
}

const WAITS = 'The task waits until tests and prompts are over';

/**
 * What the patient does with the prosthesis, by the sample count of the stream. While nobody else holds the intent
 * the simulated user does it: through muscles, signal and decoder, seeing late and feeling contacts late. A person
 * takes over by intending something, and does the task themselves; what is decoded wrongly happens.
 */
export class WorldDesk {
  private running: Running | undefined;
  private told: ServerMessageOf<'world'> | undefined;
  private waits = false;

  constructor(private readonly host: WorldHost) {}

  /** The newest of what the world tells; undefined where there is no task. */
  get message(): ServerMessageOf<'world'> | undefined {
    return this.running && this.told;
  }

  /**
   * Go on with what is in force now; begin, or end, where the task is another one.
   * @param anew whether it is another person
   */
  serve(bench: WorldBench, anew = false): void {
    const { running } = this;
    const { task } = bench.scenario.prosthesis;
    const user = userOf(bench);
    if (running && !anew && running.world.task === task) {
      running.world.adopt(settingOf(bench));
      running.bench = bench;
      running.user = user;
      return;
    }
    this.end();
    if (task === 'none') return;
    const world = new RunningWorld(task, settingOf(bench), bench.scenario.sampleRateHz);
    this.running = { world, bench, user, intent: undefined };
  }

  /**
   * Let a block pass.
   * @param index absolute index after it
   * @param busy whether somebody is tested or prompted: the task waits
   */
  passed(samples: number, index: number, joints: WorldJoints, busy: boolean): void {
    const { running, host } = this;
    if (!running) return;
    if (busy) return this.wait(running, index);
    if (this.waits) {
      this.waits = false;
      running.world.rest();
    }
    const { world, bench, user } = running;
    const { sampleRateHz } = bench.scenario;
    for (const contact of world.pass(samples, index, joints)) this.touched(contact, user, sampleRateHz);
    const { touchPercent } = world.view();
    host.stopFingers(touchPercent ?? undefined);
    this.act(running, (1000 * index) / sampleRateHz, joints, touchPercent);
    this.tell(running, index);
  }

  /** End the task, if there is one. */
  end(): void {
    const { running, told, host } = this;
    if (!running) return;
    this.running = undefined;
    this.waits = false;
    running.bench.intent?.release(this);
    host.stopFingers(undefined);
    if (told) host.say({ ...told, task: 'none', prompt: '' });
    this.told = undefined;
  }

  private wait(running: Running, index: number): void {
    if (this.waits) return;
    this.waits = true;
    running.user.reset();
    this.host.stopFingers(undefined);
    this.tell(running, index, WAITS);
  }

  private touched({ kind, index }: ContactAt, user: TaskUser, sampleRateHz: number): void {
    this.host.say({ op: 'event', index, kind: 'contact', text: contactWords[kind] });
    if (kind === 'touch' || kind === 'grasp' || kind === 'slip' || kind === 'overload')
      user.touched((1000 * index) / sampleRateHz, kind);
  }

  /** The simulated user sees and feels, and intends; where somebody else does, they only look on. */
  private act(
    running: Running,
    timeMs: number,
    { positions }: WorldJoints,
    touchPercent: number | null,
  ): void {
    const { world, bench, user } = running;
    const { intent, scenario } = bench;
    // Fingers are seen where they are, not where the drive strains to.
    const hand =
      touchPercent !== null && positions.hand !== undefined
        ? Math.min(positions.hand, touchPercent)
        : undefined;
    const seen = hand === undefined ? positions : { ...positions, hand };
    const wanted = user.step(timeMs, seen, world.wish(), endStops(positions, scenario.prosthesis));
    if (!intent?.isFreeFor(this)) {
      running.intent = undefined;
      return;
    }
    const { movement, strength } = wanted;
    const same = movement === running.intent?.movement && strength === running.intent.strength;
    if (same && intent.isHeldBy(this)) return;
    running.intent = wanted;
    intent.take(movement === 'rest' ? [] : [{ movement, strength }], this, 'simulated-user');
  }

  private tell({ world }: Running, index: number, prompt?: string): void {
    const { task, contact } = world;
    const view = world.view();
    this.told = { op: 'world', index, task, ...view, prompt: prompt ?? view.prompt, contact };
    this.host.say(this.told);
  }
}

function settingOf({ scenario, joints }: WorldBench): WorldSetting {
  const { prosthesis, surgery, seed } = scenario;
  return {
    joints: new Map(joints.map((dof) => [dof, jointLimits(prosthesis.joints, dof)])),
    userMassKg: prosthesis.userMassKg,
    loadShare: surgery.loadingPercent / 100,
    seed,
  };
}

function userOf({ scenario, classes }: WorldBench): TaskUser {
  const { user, seed, surgery, prosthesis } = scenario;
  const vocabulary = vocabularyOf(scenario);
  const movements = commandMovements(classes, { ...prosthesis, vocabulary });
  const available = vocabulary.movements.filter(({ id }) => movements.includes(id));
  return new TaskUser({ user, seed, available, anchor: surgery.anchor, grip: prosthesis.grip });
}
