import type { Scenario } from '../../src/scenario/scenario.js';
import type { EvaluateCohortOptions, RecordedPerson } from '../../src/study/evaluate-cohort.js';
import type { ChoosingFlags } from '../cli/choosing-flags.js';
import type { CommandContext } from '../cli/context.js';
import type { Telling } from './evaluate-people.js';
import { rankPeople } from './rank-people.js';

/** Choose what decoders are made of, as the flags of `evaluate` ask, in each of some people and over them. */
export async function choose(
  people: readonly (Scenario | RecordedPerson)[],
  { rankFeatures }: ChoosingFlags,
  options: EvaluateCohortOptions,
  telling: Omit<Telling, 'against'>,
  context: CommandContext,
): Promise<void> {
  const what = rankFeatures === true || rankFeatures === undefined ? 'features' : rankFeatures;
  return rankPeople(people, what, options, telling, context);
}
