import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import type { Scenario } from '../../scenario/scenario.js';
import { holm, pairedPermutation } from '../benchmark/paired-permutation.js';
import { requirePeople, type RecordedPerson } from '../evaluate-cohort.js';
import { onTheSpot, type JobRunner, type RunOptions } from '../job.js';
import { peopleMean, type PeopleMean } from '../people-mean.js';
import type { Split } from '../split.js';
import type { CriterionName } from './criteria.js';
import { rankPersonJob, record, type PersonRanking, type Rankable } from './rank-person.js';

/** What is ranked, and on what. */
export interface RankOptions extends RunOptions {
  /** Features, window, filters and more, over the person's own; of recordings over LibEMG's. */
  readonly decoder?: Partial<DecoderSpec>;
  /** Default features. */
  readonly what?: Rankable;
  /** Whose training windows are taken; default those of every trial or repetition left out in turn. */
  readonly split?: Split;
  readonly runner?: JobRunner;
}

/** One feature, channel or column over people. */
export interface RankedOverPeople {
  readonly name: string;
  /** Mean place by the criteria that say how well classes are told apart. */
  readonly place: PeopleMean;
  readonly places: Readonly<Record<CriterionName, PeopleMean>>;
  readonly values: Readonly<Record<CriterionName, PeopleMean>>;
  /** People in whom no other had a better place. */
  readonly firstIn: number;
  /**
   * Whether its place differs from the middle of the table, where it would be if nothing told it from the others: paired
   * permutation test over people, two-sided; NaN of fewer than two.
   */
  readonly p: number;
  /** After Holm, over all that are ranked. */
  readonly adjustedP: number;
}

/** A ranking by filter criteria, in people and over them. */
export interface Ranking {
  readonly what: Rankable;
  /** By mean place, the best first; the first given of equals. */
  readonly items: readonly RankedOverPeople[];
  readonly people: readonly PersonRanking[];
}

/**
 * Rank features (or channels, or columns) by filter criteria, without a classifier and on training windows only, in each
 * of some people, and over them. People who lack one of them, such as a channel, do not count for it.
 *
 * @param people simulated or recorded ones (`peopleOf(data)`); one is enough, for whom there are no statistics
 * @throws ConfigError where there are no people, nothing to rank among, or features are unknown
 * @example
 * const people = cohort(presetByName('transradial-armband'), { size: 10 });
 * const { items } = await rankFeatures(people, { decoder: { features: ['HTD', 'AR4', 'LS4'] } });
 * for (const { name, place, adjustedP } of items) console.log(name, place.mean, adjustedP);
 */
export async function rankFeatures(
  people: readonly (Scenario | RecordedPerson)[],
  { decoder = {}, what = 'features', split = {}, runner = onTheSpot, stop, onProgress }: RankOptions = {},
): Promise<Ranking> {
  requirePeople('rankFeatures', people);
  const rankings = await runner.run(
    rankPersonJob,
    people.map((subject) => ({ subject, decoder, what, split })),
    (ranking) => ranking,
    { stop, onProgress },
  );
  return { what, items: overPeople(rankings), people: rankings };
}

function overPeople(people: readonly PersonRanking[]): RankedOverPeople[] {
  const names = [...new Set(people.flatMap(({ items }) => items.map(({ name }) => name)))];
  const found = names.map((name) => {
    const own = people.flatMap(({ items }) => {
      const item = items.find((one) => one.name === name);
      return item
        ? [{ item, middle: (items.length + 1) / 2, best: Math.min(...items.map(({ place }) => place)) }]
        : [];
    });
    return {
      name,
      place: peopleMean(own.map(({ item }) => item.place)),
      places: record((criterion) => peopleMean(own.map(({ item }) => item.places[criterion]))),
      values: record((criterion) => peopleMean(own.map(({ item }) => item.values[criterion]))),
      firstIn: own.filter(({ item, best }) => item.place === best).length,
      p: own.length < 2 ? NaN : pairedPermutation(own.map(({ item, middle }) => item.place - middle)).p,
    };
  });
  const adjusted = holm(found.map(({ p }) => p));
  return found
    .map((one, n) => ({ ...one, adjustedP: adjusted[n] }))
    .sort((a, b) => a.place.mean - b.place.mean);
}
