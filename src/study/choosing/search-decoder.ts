import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import { ConfigError, ModelError } from '../../ground/signal/errors.js';
import type { Scenario } from '../../scenario/scenario.js';
import { travels, type ClassifierLoader, type InsideChoice } from '../classifier-choice.js';
import { requirePeople, type RecordedPerson } from '../evaluate-cohort.js';
import { onTheSpot, type JobRunner, type RunOptions } from '../job.js';
import { recordedDecoder } from '../recorded-decoder.js';
import type { Split } from '../split.js';
import { searchOutcome, type Search } from './search-outcome.js';
import { scoreCandidatesJob, type PersonScores } from './score-candidates.js';
import { candidatesOf, steadies, type Candidate, type SearchGrid } from './search-grid.js';

/** What is searched over, and on what. */
export interface SearchOptions extends RunOptions {
  /** The default is this over the person's own decoder; of recordings over LibEMG's. */
  readonly decoder?: Partial<DecoderSpec>;
  /** Classifier of the default, where it is none of ours. */
  readonly classifier?: InsideChoice;
  /** Values to try, all combinations. */
  readonly grid: SearchGrid;
  /** What is tested on; default every trial or repetition left out in turn. By subject, other people are learned from. */
  readonly split?: Split;
  readonly runner?: JobRunner;
  readonly loadClassifier?: ClassifierLoader;
}

/**
 * Search for the settings of a decoder, by nested cross-validation: in each part of the test the candidate is taken that is
 * most accurate on training recordings that are left out in turn, and scored on the test that nothing was chosen by. Beside
 * it, over several people, the candidate that is most accurate in all others, scored on the one; and the best of all on
 * the test itself, which is too good, for how much.
 *
 * @param people simulated or recorded ones; by subject one subject that holds them all
 * @throws ConfigError for fields and values that are not allowed, or without people; StreamError where training cannot be
 * divided once more; ModelError where every candidate failed
 * @example
 * const people = cohort(presetByName('transradial-armband'), { size: 10 });
 * const grid = { classifier: ['lda', 'knn'], neighbours: [1, 5, 15], windowMs: [150, 200] };
 * const { procedures } = await searchDecoder(people, { grid });
 * console.log(procedures.nested.accuracy.mean, procedures.nested.difference.low);
 */
export async function searchDecoder(
  people: readonly (Scenario | RecordedPerson)[],
  {
    decoder = {},
    classifier,
    grid,
    split = {},
    runner = onTheSpot,
    loadClassifier,
    stop,
    onProgress,
  }: SearchOptions,
): Promise<Search> {
  requirePeople('searchDecoder', people);
  const [first] = people;
  const base = { ...(first && !('data' in first) ? first.decoder : recordedDecoder), ...decoder };
  if (base.control !== 'classification')
    throw new ConfigError(`search: got control by ${base.control}, expected classification`, {
      field: 'search',
      hint: 'Search for classifiers only.',
    });
  const candidates = candidatesOf(base, classifier ?? base.classifier, grid);
  const steadied = steadies(grid);
  const moving = candidates.every((one) => travels(one.classifier));
  const shares = sharesOf(candidates, people.length < runner.lanes);
  const tasks = people.flatMap((subject) =>
    shares.map((share) => ({ subject, candidates: share, split, steadied })),
  );
  const scored = await (moving ? runner : onTheSpot).run(
    scoreCandidatesJob(loadClassifier),
    tasks,
    (scores) => scores,
    { stop, onProgress },
  );
  const whole = people.map((_, p) =>
    joined(scored.slice(p * shares.length, (p + 1) * shares.length), candidates),
  );
  const outcome = searchOutcome(candidates, split.by === 'subject' ? whole.flatMap(byPart) : whole, {
    steadied,
    taughtByOthers: split.by === 'subject',
  });
  const [failure] = outcome.failures;
  if (failure !== undefined && !outcome.candidates.some(({ accuracy }) => accuracy.n > 0))
    throw new ModelError(failure, { hint: 'Every candidate failed: try one of them without --search.' });
  return outcome;
}

/** Candidates by window and features, which are computed once; all in one where threads have people enough. */
function sharesOf(candidates: readonly Candidate[], divide: boolean): (readonly Candidate[])[] {
  if (!divide) return [candidates];
  const keys = candidates.map(({ spec }) => JSON.stringify([spec.windowMs, spec.stepMs, spec.features]));
  return [...new Set(keys)].map((key) => candidates.filter((_, c) => keys[c] === key));
}

/** The shares of one person put together, candidates in their order. */
function joined(shares: readonly PersonScores[], candidates: readonly Candidate[]): PersonScores {
  const all = shares.flatMap(({ scores }) => scores);
  const [first] = shares as [PersonScores];
  return {
    ...first,
    scores: candidates.flatMap(({ name }) => all.find(({ candidate }) => candidate === name) ?? []),
    warnings: [...new Set(shares.flatMap(({ warnings }) => warnings))],
  };
}

/** Where people are left out in turn, each part is a person. */
function byPart(scores: PersonScores): PersonScores[] {
  return scores.parts.map((name, part) => ({
    ...scores,
    person: name,
    parts: [name],
    scores: scores.scores.map((one) => ({ ...one, parts: one.parts.slice(part, part + 1) })),
  }));
}
