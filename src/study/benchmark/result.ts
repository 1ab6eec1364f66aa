import { ModelError } from '../../ground/signal/errors.js';
import type { BenchmarkRun, PersonFailure } from './benchmark.js';
import { comparisons, personKey, summaryOf, valuesOfRun } from './summary.js';
import type { Comparison, DecoderSummary, DecoderValues } from './summary.js';
import type { Suite } from './suite.js';
import { mendsOverall, weaknessesOf, type MendOverall, type Weakness } from './weaknesses.js';

/** A decoder measured, beside the baselines in the same people. */
export interface BenchmarkResult {
  readonly run: BenchmarkRun;
  readonly values: DecoderValues;
  readonly decoder: DecoderSummary;
  readonly baselines: readonly DecoderSummary[];
  readonly comparisons: readonly Comparison[];
  readonly weaknesses: readonly Weakness[];
  /** Every change that was tried, the one that does most for the score first. */
  readonly mends: readonly MendOverall[];
  readonly failures: readonly PersonFailure[];
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
}

/**
 * What a run says of its first decoder. Others of the run are baselines, too.
 * @param committed baselines that were run before; those of other people are left out
 * @throws ModelError where the decoder failed in everybody
 */
export function benchmarkResult(
  suite: Suite,
  run: BenchmarkRun,
  committed: readonly DecoderValues[] = [],
): BenchmarkResult {
  const [own, ...beside] = run.decoders;
  if (!own) throw new TypeError('benchmarkResult: got a run of no decoder');
  const { people, failures } = own;
  const [first] = failures;
  if (first && people.length === 0) throw new ModelError(first.message, { hint: first.hint });
  const values = valuesOfRun(own);
  const there = new Set(values.people.map(({ key }) => key));
  const baselines = [...beside.map(valuesOfRun), ...committed]
    .map(({ name, people: all }) => ({ name, people: all.filter(({ key }) => there.has(key)) }))
    .filter((one) => one.people.length > 0);
  const summaries = baselines.map((one) => summaryOf(suite, one));
  const notes = new Set(people.flatMap((scores) => scores.notes));
  for (const { person, message } of failures)
    notes.add(`${personKey(person)} is left out, also of the baselines: ${message}`);
  return {
    ...{ run, values, decoder: summaryOf(suite, values), baselines: summaries },
    comparisons: comparisons(suite, values, baselines),
    weaknesses: weaknessesOf(suite, own, summaries),
    mends: mendsOverall(suite, own),
    failures,
    notes: [...notes],
  };
}
