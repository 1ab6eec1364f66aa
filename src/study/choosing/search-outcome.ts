import { holm, pairedPermutation } from '../benchmark/paired-permutation.js';
import { peopleMean, type PeopleMean } from '../people-mean.js';
import { summed, type Count, type PersonScores } from './score-candidates.js';
import type { Candidate } from './search-grid.js';

/** A candidate, or a way to choose one, against the default in the same people. */
export interface AgainstDefault {
  readonly accuracy: PeopleMean;
  /** Accuracy less that of the default. */
  readonly difference: PeopleMean;
  /** Paired permutation test of the difference, two-sided; NaN of fewer than two people. */
  readonly p: number;
  /** After Holm, over all that are compared with the default beside it. */
  readonly adjustedP: number;
}

/** A candidate over people: as it is, chosen by nobody. */
export interface SearchedCandidate extends AgainstDefault {
  readonly name: string;
  readonly settings: Candidate['settings'];
  /** Delay of its decisions in the first person, in milliseconds. */
  readonly latencyMs: number;
  /** Parts of the test in which it was chosen on the training recordings. */
  readonly chosenIn: number;
  /** People for whom it was chosen by all others. */
  readonly chosenByOthers: number;
}

/** One part of the test in one person. */
export interface SearchedPart {
  readonly name: string;
  /** What was chosen on its training recordings. */
  readonly chosen: string;
  /** On training recordings that were left out, and on the test; by candidate, NaN where it failed. */
  readonly inner: readonly number[];
  readonly test: readonly number[];
}

/** One person. */
export interface SearchedPerson {
  readonly person: number | string;
  readonly parts: readonly SearchedPart[];
  /** Of each candidate, over all parts. */
  readonly accuracies: readonly number[];
  readonly nested: number;
  /** What all others chose, and how it did here; NaN of one person. */
  readonly others: number;
  readonly chosenByOthers?: string;
  readonly optimistic: number;
}

/** What a search found. */
export interface Search {
  /** As they were tried, the default first. */
  readonly candidates: readonly SearchedCandidate[];
  readonly procedures: {
    /** Chosen on training recordings of the same person (by subject: of other people), scored on the test. */
    readonly nested: AgainstDefault;
    /** Chosen in all other people, scored on the one; of several people who are trained on their own recordings. */
    readonly others?: AgainstDefault;
    /** The best of all on the test itself: chosen on what it is scored on, no estimate of anything. */
    readonly optimistic: Pick<AgainstDefault, 'accuracy' | 'difference'>;
  };
  /** Optimistic less nested: what choosing on the test would pretend (selection bias). */
  readonly optimism: PeopleMean;
  readonly people: readonly SearchedPerson[];
  /** Whether steadied decisions were scored, or those of the model. */
  readonly steadied: boolean;
  readonly taughtByOthers: boolean;
  readonly split: string;
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
}

/** What the scores of all candidates in some people come to. */
export function searchOutcome(
  candidates: readonly Candidate[],
  scored: readonly PersonScores[],
  { steadied, taughtByOthers }: Pick<Search, 'steadied' | 'taughtByOthers'>,
): Search {
  const alone = scored.map((scores) => aloneOf(candidates, scores));
  const alsoOthers = scored.length > 1 && !taughtByOthers;
  const people = alone.map((one, p) => {
    if (!alsoOthers) return one;
    const rest = alone.filter((_, q) => q !== p);
    const best = firstBest(
      candidates.map((_, c) => peopleMean(rest.map(({ accuracies }) => accuracies[c])).mean),
    );
    return { ...one, others: one.accuracies[best] ?? NaN, chosenByOthers: candidates[best]?.name ?? '' };
  });
  const usual = people.map(({ accuracies }) => accuracies[0]);
  const against = (of: (person: SearchedPerson) => number): AgainstDefault => {
    const differences = people.map((one, p) => of(one) - usual[p]);
    return {
      accuracy: peopleMean(people.map(of)),
      difference: peopleMean(differences),
      p: people.length < 2 ? NaN : pairedPermutation(differences).p,
      adjustedP: NaN,
    };
  };
  const [nested, others] = corrected([
    against((one) => one.nested),
    ...(alsoOthers ? [against((one) => one.others)] : []),
  ]);
  const { accuracy, difference } = against((one) => one.optimistic);
  // The default is not compared with itself.
  const compared = corrected(
    candidates.slice(1).map((_, c) => against(({ accuracies }) => accuracies[c + 1])),
  );
  const all = [{ ...against(() => NaN), accuracy: peopleMean(usual) }, ...compared];
  return {
    candidates: candidates.map(({ name, settings }, c) => ({
      ...all[c],
      ...{ name, settings, latencyMs: scored[0]?.scores[c]?.latencyMs ?? NaN },
      chosenIn: people.flatMap(({ parts }) => parts.filter(({ chosen }) => chosen === name)).length,
      chosenByOthers: people.filter((one) => one.chosenByOthers === name).length,
    })),
    procedures: { nested, ...(others && { others }), optimistic: { accuracy, difference } },
    optimism: peopleMean(people.map((one) => one.optimistic - one.nested)),
    ...{ people, steadied, taughtByOthers, split: scored[0]?.split ?? '' },
    failures: [
      ...new Set(
        scored.flatMap(({ scores }) =>
          scores.flatMap(({ candidate, failure }) =>
            failure === undefined ? [] : `${candidate}: ${failure}`,
          ),
        ),
      ),
    ],
    warnings: [...new Set(scored.flatMap(({ warnings }) => warnings))],
  };
}

/** One person by themselves. */
function aloneOf(candidates: readonly Candidate[], { person, parts, scores }: PersonScores): SearchedPerson {
  const accuracies = scores.map((one) => shareOf(summed(one.parts.map(({ test }) => test))));
  const found = parts.map((name, part) => {
    const inner = scores.map((one) => shareOf(one.parts[part]?.inner));
    const best = firstBest(inner);
    return { name, best, inner, test: scores.map((one) => shareOf(one.parts[part]?.test)) };
  });
  return {
    person,
    parts: found.map(({ best, ...part }) => ({ ...part, chosen: candidates[best]?.name ?? '' })),
    accuracies,
    nested: shareOf(summed(found.flatMap(({ best }, part) => scores[best]?.parts[part]?.test ?? []))),
    others: NaN,
    optimistic: accuracies[firstBest(accuracies)] ?? NaN,
  };
}

/** Number of the highest value, the first of equals, so that the default goes before what is no better; −1 of none. */
function firstBest(values: readonly number[]): number {
  let best = -1;
  values.forEach((value, n) => {
    if (Number.isFinite(value) && (best < 0 || value > values[best])) best = n;
  });
  return best;
}

function shareOf(count: Count | undefined): number {
  return count && count.of > 0 ? count.right / count.of : NaN;
}

function corrected(family: readonly AgainstDefault[]): AgainstDefault[] {
  const adjusted = holm(family.map(({ p }) => p));
  return family.map((one, n) => ({ ...one, adjustedP: adjusted[n] }));
}
