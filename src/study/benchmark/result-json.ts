import { peopleMeanJson, type PeopleMean } from '../people-mean.js';
import type { BenchmarkResult } from './result.js';
import type { DecoderSummary } from './summary.js';
import type { Weakness } from './weaknesses.js';

/** A result as JSON, which has no NaN: what could not be measured is null. Shares are 0 to 1. */
export function benchmarkJson(result: BenchmarkResult): Record<string, unknown> {
  const { run, decoder, baselines, comparisons, weaknesses, mends, failures, notes, values } = result;
  const { suite, hash, split, quick, decoders } = run;
  return {
    ...{ suite, hash, split, quick, result: summaryJson(decoder), baselines: baselines.map(summaryJson) },
    comparisons: comparisons.map(({ baseline, difference, test, adjustedP, abilities }) => ({
      ...{ baseline, difference: peopleMeanJson(difference), test, adjustedP },
      abilities: Object.fromEntries(
        Object.entries(abilities).map(([name, one]) => [
          name,
          { difference: peopleMeanJson(one.difference), p: one.test.p },
        ]),
      ),
    })),
    weaknesses: weaknesses.map(weaknessJson),
    mends: mends.map(({ name, score, falseActivations }) => ({
      ...{ name, score: peopleMeanJson(score) },
      falseActivations: Number.isFinite(falseActivations) ? falseActivations : null,
    })),
    people: values.people,
    // Every session of every person, and what each change that was tried did to it.
    sessions: decoders[0]?.people ?? [],
    ...{ failures, notes },
  };
}

function summaryJson({ name, people, abilities, conditions, falseActivations, ...means }: DecoderSummary) {
  return {
    ...{ name, people, falseActivations },
    abilities: meansJson(abilities),
    conditions: meansJson(conditions),
    ...meansJson(means),
  };
}

function weaknessJson({ condition, person, loss, accuracy, mend, bestBaseline }: Weakness) {
  return {
    ...{ condition: condition.name, person, bestBaseline },
    ...meansJson({ loss, accuracy }),
    ...(mend && { mend: { name: mend.name, ...meansJson({ gain: mend.gain, score: mend.score }) } }),
  };
}

function meansJson(means: Readonly<Record<string, PeopleMean>>) {
  return Object.fromEntries(Object.entries(means).map(([name, mean]) => [name, peopleMeanJson(mean)]));
}
