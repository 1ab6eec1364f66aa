import type { Place } from './carried-hand.js';
import type { TableGame } from './table-game.js';
import { thingAt } from './things.js';
import type { Thing, WorldScore } from './world-view.js';

/** Two places on the table, along it, between which the cup goes to and fro. */
const PLACES_MM = [330, 560] as const;
/** So near to the goal it is there. */
const NEAR_MM = 40;
const ASIDE_MM = 95;

/** Take a cup, carry it, put it down where it is to be, unspilled; then back again. */
export class CupGame implements TableGame {
  readonly partition = null;
  readonly liftMm = 100;
  readonly homewards = true;
  readonly pausing = false;
  private cup: Thing = thingAt('cup', 0, PLACES_MM[0]);
  private goal: number = PLACES_MM[1];

  get things(): readonly Thing[] {
    return [this.cup];
  }

  get next(): Thing {
    return this.cup;
  }

  get goalXMm(): number {
    return this.goal;
  }

  before({ xMm, yMm }: Place): Place {
    return { xMm: xMm - ASIDE_MM, yMm };
  }

  pass(): void {
    // There is no hurry.
  }

  settled({ id, lost, xMm }: Thing, score: WorldScore): void {
    if (lost) this.cup = thingAt('cup', id + 1, PLACES_MM[0]);
    else if (Math.abs(xMm - this.goal) > NEAR_MM) return;
    else score.done++;
    this.goal = lost || this.goal !== PLACES_MM[1] ? PLACES_MM[1] : PLACES_MM[0];
  }
}
