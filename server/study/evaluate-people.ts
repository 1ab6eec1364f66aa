import type { Scenario } from '../../src/scenario/scenario.js';
import { cohortJson, personColumns, personRows } from '../../src/study/cohort-rows.js';
import { csv } from '../../src/study/csv.js';
import {
  evaluateCohort,
  type CohortEvaluation,
  type EvaluateCohortOptions,
} from '../../src/study/evaluate-cohort.js';
import { cohortReport } from '../../src/study/report/cohort-report.js';
import type { CommandContext } from '../cli/context.js';
import type { OutputFlags } from '../cli/study-flags.js';
import { writeWhole } from '../cli/write-whole.js';
import { packageVersion } from '../package-info.js';
import { cohortText, peopleText } from './cohort-text.js';
import { overThreads } from './over-threads.js';

/** How an evaluation of people is told. */
interface Telling extends OutputFlags {
  readonly json?: boolean;
  /** The filters that decoders have, in words. */
  readonly filter: string;
}

/** Evaluate every person, over many cores, and tell what holds over people. */
export async function evaluatePeople(
  people: readonly Scenario[],
  options: EvaluateCohortOptions,
  telling: Telling,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const result = await overThreads(`${people.length} people`, telling.threads, context, (threads) =>
    evaluateCohort(people, { ...options, ...threads }),
  );
  const notes = notesOf(result);
  const facts = factsOf(people, result, telling);
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (telling.csv !== undefined) await writeWhole(telling.csv, csv(personColumns, personRows(result)));
  if (telling.report !== undefined)
    await writeWhole(
      telling.report,
      cohortReport(result, {
        title: 'How well decoders do in people',
        facts,
        footer: `Made by myodesis ${packageVersion()} evaluate.`,
      }),
    );
  if (telling.json) {
    const [first] = people;
    const subject = { population: first?.name, seed: first?.seed, filter: telling.filter };
    terminal.out(`${JSON.stringify({ ...subject, ...cohortJson(result), notes })}\n`);
  } else {
    const heading = facts.map(([name, value]) => `${name.padEnd(10)}${value}\n`).join('');
    terminal.out(`${heading}\n${cohortText(result)}`);
  }
}

function factsOf(
  people: readonly Scenario[],
  { cells }: CohortEvaluation,
  { filter }: Telling,
): [string, string][] {
  const filters =
    { none: 'no filter', standard: 'standard filters' }[filter] ?? 'the filters of the scenario';
  return [
    ['people', peopleText(people)],
    ['decoders', `${cells.length}, a window every ${cells[0]?.stepMs ?? 0} ms, ${filters}`],
    ['split', `in each person, ${cells[0]?.split ?? ''}`],
  ];
}

function notesOf({ people }: CohortEvaluation): string[] {
  const warnings = new Set(people.flatMap(({ cells }) => cells.flatMap((cell) => cell.warnings)));
  const failed = people.flatMap(({ person, failures }) =>
    failures.map(
      ({ features, classifier, windowMs, message }) =>
        `person ${person}: ${classifier} failed on ${features.join('+')}, windows of ${windowMs} ms: ${message}`,
    ),
  );
  return [...warnings, ...failed];
}
