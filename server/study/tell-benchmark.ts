import { csv } from '../../src/study/csv.js';
import type { BenchmarkDecoder } from '../../src/study/benchmark/benchmark-decoder.js';
import { committed } from '../../src/study/benchmark/baselines.js';
import { conditionLink } from '../../src/study/benchmark/condition-link.js';
import { methodsText } from '../../src/study/benchmark/methods.js';
import { columnsOf } from '../../src/study/benchmark/person-values.js';
import { trainingText } from '../../src/study/benchmark/outside-part.js';
import type { BenchmarkResult } from '../../src/study/benchmark/result.js';
import { benchmarkJson } from '../../src/study/benchmark/result-json.js';
import type { DecoderValues } from '../../src/study/benchmark/summary.js';
import type { Suite } from '../../src/study/benchmark/suite.js';
import { benchmarkReport } from '../../src/study/report/benchmark-report.js';
import type { CommandContext } from '../cli/context.js';
import type { OutputFlags } from '../cli/study-flags.js';
import { writeWhole } from '../cli/write-whole.js';
import { packageVersion } from '../package-info.js';
import { benchmarkText } from './benchmark-text.js';
import type { DecisionCost } from './decision-cost.js';

/** Where the page of `myodesis serve` is, unless told otherwise. */
const PAGE = 'http://127.0.0.1:8080/';

interface Flags extends OutputFlags {
  readonly json?: boolean;
}

/** What is told of a benchmark. */
export interface Told {
  readonly suite: Suite;
  readonly decoder: BenchmarkDecoder;
  readonly result: BenchmarkResult;
  /** What a decision takes; undefined where it could not be measured. */
  readonly cost: DecisionCost | undefined;
}

/** Tell a benchmark on the terminal, and to the files that were asked for. */
export async function tellBenchmark(
  { suite, decoder, result, cost }: Told,
  flags: Flags,
  { terminal }: CommandContext,
): Promise<void> {
  const version = packageVersion();
  const { outside } = decoder;
  const methods = methodsText(suite, decoder, result.run, version);
  const facts = factsOf(suite, decoder, result, cost);
  const links = await Promise.all(
    result.weaknesses.map(async ({ person, condition }) => {
      return `${PAGE}${await conditionLink(suite, person, condition, decoder)}`;
    }),
  );
  for (const note of result.notes) terminal.err(`note: ${note}\n`);
  if (flags.csv !== undefined) await writeWhole(flags.csv, peopleCsv(suite, [result.values]));
  if (flags.report !== undefined) {
    const footer = `Made by myodesis ${version} benchmark.`;
    await writeWhole(
      flags.report,
      benchmarkReport(suite, result, {
        title: `${result.decoder.name} in ${suite.name}`,
        facts,
        footer,
        methods,
        links,
      }),
    );
  }
  if (flags.json) {
    const { ratio = null, roundTripMs } = cost ?? {};
    const training = outside && trainingText(outside);
    const measured = { decisionCost: ratio, ...(roundTripMs && { roundTripMs }) };
    const beside = { version, decoder, ...(training && { training }), ...measured, methods, links };
    terminal.out(`${JSON.stringify({ ...beside, ...benchmarkJson(result) })}\n`);
    return;
  }
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const heading = facts.map(([name, value]) => `${name.padEnd(width)}${value}\n`).join('');
  terminal.out(`${heading}\n${benchmarkText(result, links)}\nMethods\n${methods}\n`);
}

/** Tell what baselines reached: as JSON, what is committed. */
export async function tellBaselines(
  suite: Suite,
  result: BenchmarkResult,
  decoders: readonly DecoderValues[],
  flags: Flags,
  { terminal }: CommandContext,
): Promise<void> {
  for (const note of result.notes) terminal.err(`note: ${note}\n`);
  if (flags.csv !== undefined) await writeWhole(flags.csv, peopleCsv(suite, decoders));
  terminal.out(
    flags.json ? `${JSON.stringify(committed(suite, packageVersion(), decoders))}\n` : benchmarkText(result),
  );
}

function factsOf(
  suite: Suite,
  { outside }: BenchmarkDecoder,
  { run, decoder, baselines }: BenchmarkResult,
  cost: DecisionCost | undefined,
): [string, string][] {
  const { split, quick, hash } = run;
  return [
    ['suite', `${suite.name}, hash ${hash}`],
    ['people', `${decoder.people} of the ${split} split${quick ? ', a first look' : ''}`],
    ['decoder', decoder.name],
    ...(outside ? [['trained', trainingText(outside)] as [string, string]] : []),
    ['baselines', `${baselines.length} in the same people, each trained in every person`],
    ['decision', cost === undefined ? 'not measured' : costText(cost)],
  ];
}

function costText({ ratio, roundTripMs }: DecisionCost): string {
  const text = `${ratio.toFixed(1)} × the time of HTD-LDA here`;
  if (!roundTripMs) return text;
  const { median, p95 } = roundTripMs;
  return `${text}; the model answers in ${median.toFixed(2)} ms (95 % within ${p95.toFixed(2)} ms), asked one window at a time`;
}

function peopleCsv(suite: Suite, decoders: readonly DecoderValues[]): string {
  const columns = columnsOf(suite);
  return csv(
    ['decoder', 'person', ...columns],
    decoders.flatMap(({ name, people }) =>
      people.map(({ key, values }) => [name, key, ...columns.map((column) => values[column])]),
    ),
  );
}
