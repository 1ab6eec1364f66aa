import { mergeScenario } from '../../scenario/scenario.js';
import type { StudyPlan } from './plan.js';
import type { StudyPersonTask } from './study-person.js';

/** The people of one of several machines. */
export interface Shard {
  /** From 1 on. */
  readonly index: number;
  readonly of: number;
}

/** One task for each person: a task is data, and so is its result, whoever carries them about. */
export function studyTasks(
  { scenario, conditions, decoders, restSeconds }: StudyPlan,
  people: readonly number[],
): StudyPersonTask[] {
  return people.map((number) => ({
    scenario: mergeScenario(scenario, { person: { number } }),
    ...{ conditions, decoders, restSeconds },
  }));
}

/** Who is of a shard: every n-th, so that all shards end at about the same time. */
export function peopleOfShard({ people }: StudyPlan, { index, of }: Shard): number[] {
  return people.filter((_, p) => p % of === index - 1);
}
