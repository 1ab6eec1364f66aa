import { onTheSpot, stopped, type JobRunner, type RunOptions } from '../job.js';
import type { BenchmarkDecoder } from './benchmark-decoder.js';
import { mendsFor } from './mends.js';
import type { PersonOutcome, PersonScores } from './person-scores.js';
import { runPersonJob, type BenchmarkHost } from './run-person.js';
import type { SuitePerson } from './suite-people.js';
import { suiteHash, type Suite, type SuiteSplit } from './suite.js';

/** How a benchmark is run. */
export interface BenchmarkOptions extends RunOptions, BenchmarkHost {
  /** Default the people held for the test. */
  readonly split?: SuiteSplit;
  /** Two people of different bodies, without online test and without trying to mend: a first look, no result. */
  readonly quick?: boolean;
  /** Whether changes that may mend are tried beside; default true. */
  readonly mend?: boolean;
  /** Who does the work; default on the spot. */
  readonly runner?: JobRunner;
}

/** A person in whom a decoder has no numbers, and why. */
export interface PersonFailure {
  readonly person: SuitePerson;
  readonly message: string;
  readonly hint: string;
}

/** What one decoder did in the people of a suite. */
export interface DecoderRun {
  readonly name: string;
  readonly people: readonly PersonScores[];
  readonly failures: readonly PersonFailure[];
}

/** What decoders did in the same people. */
export interface BenchmarkRun {
  readonly suite: string;
  /** {@link suiteHash} of it. */
  readonly hash: string;
  readonly split: SuiteSplit;
  readonly quick: boolean;
  /** In the order in which they were given. */
  readonly decoders: readonly DecoderRun[];
}

/** The people of a run. */
export function peopleOfRun(
  suite: Suite,
  { split = 'test', quick = false }: Pick<BenchmarkOptions, 'split' | 'quick'>,
): readonly SuitePerson[] {
  const people = suite.people[split];
  if (!quick) return people;
  return suite.quickBodies.flatMap((body) => people.find((person) => person.body === body) ?? []);
}

/**
 * Run decoders through a suite. A classifier that fails in one person is told among the failures, and ends nothing else.
 * The same suite and decoders give the same numbers, whoever runs them.
 *
 * @throws StreamError when told to stop
 * @example const { decoders } = await runBenchmark(mb1, [reference], { quick: true });
 */
export async function runBenchmark(
  suite: Suite,
  decoders: readonly BenchmarkDecoder[],
  options: BenchmarkOptions = {},
): Promise<BenchmarkRun> {
  const { split = 'test', quick = false, mend = !quick, runner = onTheSpot } = options;
  const { loadClassifier, openOutside, stop, onProgress } = options;
  const host = { ...(loadClassifier && { loadClassifier }), ...(openOutside && { openOutside }) };
  const people = peopleOfRun(suite, { split, quick });
  // Decoders of one person come one after the other: their recordings are made once.
  const tasks = people.flatMap((person) =>
    decoders.map((decoder) => ({
      ...{ suite, person, decoder },
      mends: mend ? mendsFor(decoder) : [],
      online: !quick,
    })),
  );
  const outcomes = await runner.run(runPersonJob(host), tasks, (outcome) => outcome, {
    ...(stop && { stop }),
    ...(onProgress && { onProgress }),
  });
  // What was stopped while a model outside was waited for failed by no fault of its own.
  if (stop?.aborted) throw stopped(stop.reason);
  return {
    ...{ suite: suite.name, hash: suiteHash(suite), split, quick },
    decoders: decoders.map(({ name }, d) =>
      gathered(
        name,
        people.map((_, p) => outcomes[p * decoders.length + d]),
      ),
    ),
  };
}

function gathered(name: string, outcomes: readonly PersonOutcome[]): DecoderRun {
  return {
    name,
    people: outcomes.flatMap((one) => ('scores' in one ? [one.scores] : [])),
    failures: outcomes.flatMap((one) => ('failure' in one ? [one.failure] : [])),
  };
}
