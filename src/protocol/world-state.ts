import * as z from 'zod/mini';
import { worldTasks } from '../decoder/prosthesis/world-tasks.js';
import { dofIds } from '../ground/movement/degree-of-freedom.js';
import { contactKinds, thingKinds, worldPhases } from '../world/world-view.js';
import { list } from './schemas.js';

const thing = z.object({
  id: z.number(),
  kind: z.enum(thingKinds),
  /** Place of its foot's middle: along the table, away from the shoulder, and up from the table's top. */
  xMm: z.number(),
  yMm: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
  /** How far it leans, clockwise positive. */
  leanDeg: z.number(),
  held: z.boolean(),
  /** How far it is squeezed, 0 … 1 of what it bears. */
  squeeze: z.number(),
  /** Fell from the table, was spilled or crushed. */
  lost: z.boolean(),
});
/** A cup or a block. @interface */
export type WorldThing = z.infer<typeof thing>;

const stance = z.object({
  /** 0 seated … 1 standing. */
  rise: z.number(),
  /** Weight that the prosthesis takes, what the stage of rehabilitation allows, and the whole body's. */
  loadKg: z.number(),
  limitKg: z.number(),
  bodyKg: z.number(),
  /** Whether the foot touches the ground. */
  grounded: z.boolean(),
  /** How far the foot's lowest point is above the ground. */
  clearanceMm: z.number(),
});
/** How a person with a prosthetic leg sits or stands. @interface */
export type WorldStance = z.infer<typeof stance>;

export const worldState = {
  /** Absolute index of the sample that it is of. */
  index: z.number(),
  task: z.enum(worldTasks),
  phase: z.enum(worldPhases),
  /** What to do now, in words. */
  prompt: z.string(),
  /**
   * Middle of the wrist, as a thing's place, and where the hand points: 0 along the table, up positive. The hand holds
   * things `handMm` further on. Only of an arm.
   */
  wrist: z.nullable(z.object({ xMm: z.number(), yMm: z.number(), pitchDeg: z.number(), handMm: z.number() })),
  things: list(thing),
  /** Where the thing is to go: along the table. Only of an arm. */
  goalXMm: z.nullable(z.number()),
  /** What blocks are carried over. */
  partition: z.nullable(z.object({ xMm: z.number(), heightMm: z.number() })),
  /** How far the hand is closed, in percent, where its fingers lie on the thing; null where nothing is between them. */
  touchPercent: z.nullable(z.number()),
  /** Force of the fingers on what they hold, newtons. */
  gripN: z.number(),
  stance: z.nullable(stance),
  /** Joints of the prosthesis that are to be somewhere now, in their own unit, and how near. */
  targets: list(z.object({ dof: z.enum(dofIds), position: z.number(), tolerance: z.number() })),
  /** Newest contact, and its index; null before the first. */
  contact: z.nullable(z.object({ kind: z.enum(contactKinds), index: z.number(), strength: z.number() })),
  score: z.object({
    done: z.number(),
    dropped: z.number(),
    slipped: z.number(),
    spilled: z.number(),
    crushed: z.number(),
    /** Angles that were not reached in time. */
    missed: z.number(),
    /** Moments of more weight on the prosthesis than the stage allows. */
    overloaded: z.number(),
    /** Of stream since the task began; a round of blocks begins it anew. */
    seconds: z.number(),
    /** Left of a round that ends; null where there is no hurry. */
    secondsLeft: z.nullable(z.number()),
    /** Blocks in the best round that has ended; null before the first. */
    best: z.nullable(z.number()),
  }),
};
