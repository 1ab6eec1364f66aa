import type { Scenario } from '../../src/scenario/scenario.js';
import type { EvaluateCohortOptions, RecordedPerson } from '../../src/study/evaluate-cohort.js';
import { searchedFields, type ChoosingFlags } from '../cli/choosing-flags.js';
import type { CommandContext } from '../cli/context.js';
import type { Telling } from './evaluate-people.js';
import { rankPeople } from './rank-people.js';
import { searchPeople } from './search-people.js';

/** Choose what decoders are made of, as the flags of `evaluate` ask, in each of some people and over them. */
export async function choose(
  people: readonly (Scenario | RecordedPerson)[],
  flags: ChoosingFlags,
  options: EvaluateCohortOptions,
  telling: Omit<Telling, 'against'>,
  context: CommandContext,
): Promise<void> {
  const { rankFeatures } = flags;
  if (rankFeatures !== undefined)
    return rankPeople(people, rankFeatures === true ? 'features' : rankFeatures, options, telling, context);
  const fields = searchedFields(flags, [options.features, options.classifiers, options.windowsMs]);
  return searchPeople(people, fields, options, telling, context);
}
