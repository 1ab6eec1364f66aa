import * as z from 'zod/mini';
import { dofIds } from '../ground/movement/degree-of-freedom.js';
import { list, measured, movementId } from './schemas.js';

/** Online tests: Motion Test, Target Achievement Control, Fitts' test after ISO 9241-411. */
export const testNames = ['motion', 'tac', 'fitts'] as const;
/** Name of an online test. */
export type TestName = (typeof testNames)[number];

/** Who is tested: a person with keys as intent, or the simulated user of the scenario. */
export const testSubjects = ['person', 'simulated-user'] as const;
/** Who is tested. */
export type TestSubject = (typeof testSubjects)[number];

/** A value per joint, in the joint's unit. */
const perJoint = z.partialRecord(z.enum(dofIds), z.number());

const target = z.object({ posture: perJoint, tolerance: perJoint });
/** Posture to reach: position of each joint and how far it may be off, in the joint's unit. @interface */
export type TestTarget = z.infer<typeof target>;

const cursor = z.object({
  x: z.number(),
  y: z.number(),
  targetX: z.number(),
  targetY: z.number(),
  /** Diameter. */
  targetWidth: z.number(),
});
/** A point that two joints move, and the round target it should reach; both axes run from −1 to 1. @interface */
export type TestCursor = z.infer<typeof cursor>;

/** What a trial and the means over the trials have in common. */
const outcome = {
  completionSeconds: measured,
  /** Motion Test: from the first decision that was not rest to the first right one. */
  selectionSeconds: z.optional(measured),
  /** Motion Test: share of right decisions. */
  accuracy: z.optional(measured),
  pathEfficiency: z.optional(measured),
  /** Fitts: bits per second. */
  throughput: z.optional(measured),
  /** Fitts: way gone within the target while dwelling. */
  stoppingDistance: z.optional(measured),
};

const trial = z.object({
  /** What was asked for, in words. */
  target: z.string(),
  completed: z.boolean(),
  ...outcome,
  /** TAC, Fitts: times the target was left again. */
  overshoots: z.optional(z.number()),
  /** Fitts: bits. */
  indexOfDifficulty: z.optional(measured),
});
/** Outcome of one trial. Times in seconds, without the dwell; shares and efficiencies 0 … 1. @interface */
export type TestTrial = z.infer<typeof trial>;

const summary = z.object({
  /** Share of trials completed. */
  completionRate: measured,
  ...outcome,
  overshoots: z.optional(measured),
});
/** Means over the trials, of what the test measures. @interface */
export type TestSummary = z.infer<typeof summary>;

/** Schema of {@link TestState}. */
export const testState = z.object({
  by: z.enum(testSubjects),
  /** `stopped`: ended before its last trial. */
  phase: z.enum(['pause', 'trial', 'done', 'stopped']),
  /** What to do now, in words. */
  prompt: z.string(),
  /** Number of the trial under way or next, from 1, and of all. */
  trial: z.number(),
  trials: z.number(),
  /** Of signal since the test began. */
  elapsedSeconds: z.number(),
  /** Until the trial fails, or the pause ends. */
  secondsLeft: z.number(),
  /** Share of the dwell, or of the right decisions needed, 0 … 1. */
  progress: z.number(),
  /** Movement asked for now (Motion Test). */
  movement: z.nullable(movementId),
  /** Posture to reach now or next (TAC, Fitts). */
  target: z.nullable(target),
  cursor: z.nullable(cursor),
  /** Whether the target is reached at this moment. */
  inside: z.boolean(),
  results: list(trial),
  /** Null before the first outcome. */
  summary: z.nullable(summary),
});
/** Where an online test stands; complete in every message, so that the last one is the result. @interface */
export type TestState = z.infer<typeof testState>;
