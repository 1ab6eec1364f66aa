import { RandomStream } from '../ground/signal/random.js';
import type { Place } from './carried-hand.js';
import type { TableGame } from './table-game.js';
import { thingAt } from './things.js';
import type { Thing, WorldScore } from './world-view.js';

/** Assumptions of a box-and-block table, made narrower: one row of blocks on this side, a partition, room beyond. */
const FIRST_MM = 230;
const PITCH_MM = 32;
const IN_A_ROW = 6;
const partition = { xMm: 460, heightMm: 150 };
const BEYOND_MM = 520;
const ROUND_S = 60;
const PAUSE_S = 6;
const ABOVE_MM = 70;

/** As many blocks as possible over the partition in a minute; then a pause, and again. */
export class BlockGame implements TableGame {
  readonly partition = partition;
  readonly homewards = false;
  readonly liftMm = partition.heightMm + 60;
  private blocks: Thing[] = [];
  private over = 0;
  private ids = 0;
  private left = ROUND_S;
  private pause = 0;
  private current: Thing;
  private readonly random: RandomStream;

  constructor(seed: number) {
    this.random = new RandomStream(seed, 'world/blocks');
    this.current = this.fill();
  }

  get things(): readonly Thing[] {
    return this.blocks;
  }

  get next(): Thing {
    return this.current;
  }

  get goalXMm(): number {
    return BEYOND_MM + PITCH_MM * (this.over % IN_A_ROW);
  }

  get pausing(): boolean {
    return this.pause > 0;
  }

  before({ xMm }: Place): Place {
    return { xMm, yMm: xMm > partition.xMm ? this.liftMm : ABOVE_MM };
  }

  pass(dtSeconds: number, score: WorldScore): void {
    if (this.pause > 0) {
      this.pause -= dtSeconds;
      if (this.pause <= 0) this.begin(score);
    } else {
      this.left -= dtSeconds;
      if (this.left <= 0) {
        this.pause = PAUSE_S;
        score.best = Math.max(score.best ?? 0, score.done);
      }
    }
    score.secondsLeft = Math.max(0, this.left);
  }

  settled(block: Thing, score: WorldScore): void {
    if (block.xMm > partition.xMm) {
      if (!this.pausing) score.done++;
      this.over++;
      // Those beyond that would be in the way are taken away.
      const beyond = this.blocks.filter((one) => one.xMm > partition.xMm);
      if (beyond.length >= IN_A_ROW) this.blocks = this.blocks.filter((one) => one !== beyond[0]);
    }
    const here = this.blocks.filter((one) => one.xMm <= partition.xMm);
    this.current = here.length > 0 ? here[this.random.integer(here.length)] : this.fill();
  }

  private begin(score: WorldScore): void {
    this.left = ROUND_S;
    this.over = 0;
    this.blocks = [];
    this.current = this.fill();
    score.done = 0;
    score.seconds = 0;
  }

  private fill(): Thing {
    const row = Array.from({ length: IN_A_ROW }, (_, n) =>
      thingAt('block', this.ids + n, FIRST_MM + PITCH_MM * n),
    );
    this.ids += IN_A_ROW;
    this.blocks = [...this.blocks, ...row];
    return row[this.random.integer(IN_A_ROW)];
  }
}
