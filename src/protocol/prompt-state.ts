import * as z from 'zod/mini';
import { list, movementId } from './schemas.js';
import { testSubjects } from './test-state.js';

/** Parts of a prompt in their order; `done` after the last one, `stopped` where it was given up. */
export const promptPhases = ['countdown', 'ramp-up', 'hold', 'ramp-down', 'rest', 'done', 'stopped'] as const;

export const promptState = {
  /** Who is prompted. */
  by: z.enum(testSubjects),
  phase: z.enum(promptPhases),
  /** Movement to make now; `rest` before, after and between contractions. */
  movement: movementId,
  /** Movement that this prompt is of or, in its rest, the next one's; null at the end. */
  next: z.nullable(movementId),
  /** Strength to follow, and strength intended at this moment, 0 … 1 of the strongest voluntary contraction. */
  strength: z.number(),
  level: z.number(),
  /** Until the phase ends. */
  secondsLeft: z.number(),
  /** Number of the repetition under way, from 1, and of all. */
  repetition: z.number(),
  repetitions: z.number(),
  /** Share of the prompts that is over, 0 … 1. */
  progress: z.number(),
  /** Corners of the strength to follow over the whole prompt, in seconds since it appeared, and how long that is ago. */
  course: list(z.object({ seconds: z.number(), strength: z.number() })),
  elapsed: z.number(),
  /** Repetitions recorded so far of each movement that is asked for. */
  recorded: list(z.object({ label: movementId, repetitions: z.number() })),
};
