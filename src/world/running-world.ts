import { BlockGame } from './block-game.js';
import { ChairExercise } from './chair-exercise.js';
import { CupGame } from './cup-game.js';
import { SitToStand } from './sit-to-stand.js';
import { TableWorld } from './table-world.js';
import type { WorldTask } from '../decoder/prosthesis/world-tasks.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { Contact, WorldView, WorldWish } from './world-view.js';
import type { World, WorldJoints, WorldSetting } from './world.js';

/** A contact at the sample in which it happened. */
export interface ContactAt extends Contact {
  readonly index: number;
}

/** Moments per second at which the world moves, whatever the length of blocks. */
const TICKS_PER_S = 100;

/**
 * A world by the sample count of a stream: it moves at fixed places of the index, so that blocks of any length give the
 * same one, and takes the joints between two blocks as on a straight way.
 */
export class RunningWorld {
  /** Newest contact; null before the first. */
  contact: ContactAt | null = null;
  private readonly world: World;
  private readonly quantum: number;
  private last: WorldJoints | undefined;
  /** Samples that have passed. */
  private passed = 0;

  constructor(
    readonly task: Exclude<WorldTask, 'none'>,
    setting: WorldSetting,
    private readonly sampleRateHz: number,
  ) {
    this.world = create(task, setting);
    this.quantum = Math.max(1, Math.round(sampleRateHz / TICKS_PER_S));
  }

  adopt(setting: WorldSetting): void {
    this.world.adopt(setting);
  }

  view(): WorldView {
    return this.world.view();
  }

  wish(): WorldWish {
    return this.world.wish();
  }

  /** Time has passed of which it was not told: where the joints were before says nothing. */
  rest(): void {
    this.last = undefined;
  }

  /**
   * Let samples go by, at the end of which the prosthesis is where it is now.
   * @param index absolute index after the last of them
   * @returns what was touched meanwhile, in order
   */
  pass(samples: number, index: number, joints: WorldJoints): ContactAt[] {
    const { quantum, last = joints, passed } = this;
    const contacts: ContactAt[] = [];
    const dt = quantum / this.sampleRateHz;
    const until = passed + samples;
    for (let at = (Math.floor(passed / quantum) + 1) * quantum; at <= until; at += quantum) {
      const now = between(last, joints, (at - passed) / samples);
      this.world.tick(dt, now, (contact) => contacts.push({ ...contact, index: index - until + at }));
    }
    this.passed = until;
    this.last = joints;
    this.contact = contacts.at(-1) ?? this.contact;
    return contacts;
  }
}

function create(task: Exclude<WorldTask, 'none'>, setting: WorldSetting): World {
  switch (task) {
    case 'cup':
      return new TableWorld(new CupGame(), setting);
    case 'blocks':
      return new TableWorld(new BlockGame(setting.seed), setting);
    case 'chair-exercise':
      return new ChairExercise(setting);
    case 'sit-to-stand':
      return new SitToStand(setting);
  }
}

/** Joints on the way from one place to another; a grip is taken at its end. */
function between(from: WorldJoints, to: WorldJoints, share: number): WorldJoints {
  if (share >= 1) return to;
  const positions: Partial<Record<DofId, number>> = {};
  for (const [dof, end] of Object.entries(to.positions) as [DofId, number][]) {
    const begin = from.positions[dof] ?? end;
    positions[dof] = begin + share * (end - begin);
  }
  return { positions, grip: from.grip };
}
