import type { WorldTask } from '../decoder/prosthesis/world-tasks.js';
import { SPEED_MM_PER_S } from './carried-hand.js';
import { HELD_S, LIMIT_S, TOLERANCE } from './chair-exercise.js';
import { FIRM } from './grasp.js';
import { forceToHold, natures, type ThingNature } from './things.js';
import { HALF, OF_LIMIT, OF_LIMIT_MOVING, PER_ANKLE_DEG, PER_KNEE_DEG_PER_S } from './weight.js';

/** What a world assumes, by name: numbers that nobody measured on a patient, in the units that people read. */
export interface WorldAssumptions {
  readonly massG?: number;
  readonly friction?: number;
  /** What holds it, and holds it firmly. */
  readonly holdsN?: number;
  readonly firmN?: number;
  readonly bearsN?: number;
  readonly spillDeg?: number;
  readonly handCmPerS?: number;
  readonly kneeDeg?: number;
  readonly ankleDeg?: number;
  readonly heldS?: number;
  readonly limitS?: number;
  readonly halfPercent?: number;
  readonly standingPercent?: number;
  readonly movingPercent?: number;
  readonly kneePushPercent?: number;
  readonly anklePushPercent?: number;
}

/** Name of an assumption. */
export type AssumptionName = keyof WorldAssumptions;

const ofThing = (thing: ThingNature): WorldAssumptions => ({
  massG: 1000 * thing.massKg,
  friction: thing.friction,
  holdsN: forceToHold(thing),
  firmN: FIRM * forceToHold(thing),
  ...(Number.isFinite(thing.bearsN) && { bearsN: thing.bearsN }),
  ...(Number.isFinite(thing.spillDeg) && { spillDeg: thing.spillDeg }),
  handCmPerS: SPEED_MM_PER_S / 10,
});

const byTask: Readonly<Record<WorldTask, WorldAssumptions>> = {
  none: {},
  cup: ofThing(natures.cup),
  blocks: ofThing(natures.block),
  'chair-exercise': { kneeDeg: TOLERANCE.knee, ankleDeg: TOLERANCE.ankle, heldS: HELD_S, limitS: LIMIT_S },
  'sit-to-stand': {
    halfPercent: 100 * HALF,
    standingPercent: 100 * OF_LIMIT,
    movingPercent: 100 * OF_LIMIT_MOVING,
    // Of the body, at a quick 100 °/s and at 10° of pressing toes beyond what is flat.
    kneePushPercent: 100 * 100 * PER_KNEE_DEG_PER_S,
    anklePushPercent: 100 * 10 * PER_ANKLE_DEG,
  },
};

/** What the world of a task assumes. */
export const assumptionsOf = (task: WorldTask): WorldAssumptions => byTask[task];
