import { mb1 } from '../../src/study/benchmark/mb1.js';
import type { Suite } from '../../src/study/benchmark/suite.js';

/** Two people with few samples, a short session each: whatever a benchmark does, in about a second. */
export const tinySuite: Suite = {
  ...mb1,
  name: 'tiny',
  people: {
    test: [1, 2].map((number) => ({ body: 'transradial-armband-200hz', number, seed: number })),
    development: [],
  },
  conditions: mb1.conditions.slice(0, 1),
  prompts: { ...mb1.prompts, repetitions: 1, leadMs: 200, holdMs: 600, restMs: 300 },
  living: { ...mb1.living, repetitions: 1, leadMs: 200, holdMs: 600, restMs: 300 },
  restSeconds: 2,
  disturbedRestSeconds: 1,
  recoveries: 0,
};
