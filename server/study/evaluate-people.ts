import type { Scenario } from '../../src/scenario/scenario.js';
import type { RunCell } from '../../src/study/against.js';
import { cohortJson, personColumns, personRows } from '../../src/study/cohort-rows.js';
import { csv } from '../../src/study/csv.js';
import {
  evaluateCohort,
  personName,
  type CohortCell,
  type CohortEvaluation,
  type EvaluateCohortOptions,
  type RecordedPerson,
} from '../../src/study/evaluate-cohort.js';
import { accuracyIn, cohortReport } from '../../src/study/report/cohort-report.js';
import { chosenOverPeople } from '../../src/study/report/selection-text.js';
import type { CommandContext } from '../cli/context.js';
import { filterText } from '../cli/filter-name.js';
import type { OutputFlags } from '../cli/study-flags.js';
import { summaryText, type DataSummary } from '../recordings/data-summary.js';
import { against } from './against-text.js';
import { cohortText, peopleText } from './cohort-text.js';
import { keptVersion } from './kept-version.js';
import { overThreads, type Keeping } from './over-threads.js';
import { failedIn, tellPeople, type ToldPeople } from './tell-people.js';

/** How an evaluation of people is told. */
export interface Telling extends OutputFlags {
  readonly json?: boolean;
  /** Folder where the result of each person is kept. */
  readonly keep?: string;
  /** The filters that decoders have, in words. */
  readonly filter: string;
  /** JSON of an earlier run to compare with. */
  readonly against?: string;
  /** What was read, where people were recorded. */
  readonly recorded?: Recorded;
}

/** Where recorded people come from. */
export interface Recorded {
  readonly name: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly summary: DataSummary;
  readonly notes: readonly string[];
}

/** Evaluate every person, over many cores, and tell what holds over people. */
export async function evaluatePeople(
  people: readonly Scenario[] | readonly RecordedPerson[],
  options: EvaluateCohortOptions,
  telling: Telling,
  context: CommandContext,
): Promise<void> {
  const result = await overThreads(
    `${people.length} people`,
    telling.threads,
    context,
    (threads) => evaluateCohort(people, { ...options, ...threads }),
    await keepingOf(telling, options),
  );
  const of = telling.recorded?.name ?? people.find(isSimulated)?.name ?? '';
  const compared =
    telling.against === undefined
      ? undefined
      : await against(
          telling.against,
          of,
          result.cells.map((cell) => runCell(cell, result)),
        );
  const told: ToldPeople = {
    title: 'How well decoders do in people',
    facts: factsOf(people, result, telling),
    notes: [...(telling.recorded?.notes ?? []), ...notesOf(result), ...(compared?.notes ?? [])],
    csv: () => csv(personColumns, personRows(result)),
    report: (about) => cohortReport(result, about),
    json: () => ({
      ...{ ...subjectJson(people, telling), filter: telling.filter },
      ...cohortJson(result),
      ...(compared && { against: compared.json }),
    }),
    text: () => `${cohortText(result)}${compared?.text ?? ''}`,
  };
  await tellPeople(told, telling, context.terminal);
}

/** Where results are kept, if they are to be, and the version that they hold of. */
export async function keepingOf(
  { keep }: Pick<Telling, 'keep'>,
  { classifiers = [] }: Pick<EvaluateCohortOptions, 'classifiers'>,
): Promise<Keeping | undefined> {
  if (keep === undefined) return undefined;
  const modules = classifiers.flatMap((one) =>
    typeof one === 'object' && 'module' in one ? one.module : [],
  );
  return { folder: keep, version: await keptVersion(modules) };
}

/** Who was evaluated, as JSON. */
export function subjectJson(
  people: readonly (Scenario | RecordedPerson)[],
  { recorded }: Pick<Telling, 'recorded'>,
) {
  if (recorded) {
    const { name, sampleRateHz, channels, summary } = recorded;
    return { data: name, sampleRateHz, channels, recordings: summary.recordings, found: summary };
  }
  const [first] = people.filter(isSimulated);
  return { population: first?.name, seed: first?.seed };
}

function isSimulated(person: Scenario | RecordedPerson): person is Scenario {
  return !('data' in person);
}

function runCell(cell: CohortCell, { people }: CohortEvaluation): RunCell {
  const { features, classifier, windowMs, metrics } = cell;
  return {
    ...{ features, classifier, windowMs, accuracy: metrics.accuracy.mean },
    folds: people.map(({ person, cells }) => ({
      name: personName(person),
      accuracy: accuracyIn(cells, cell),
    })),
  };
}

/** Who was evaluated, as lines of a heading. */
export function subjectFacts(
  people: readonly (Scenario | RecordedPerson)[],
  recorded: Recorded | undefined,
): [string, string][] {
  if (!recorded) return [['people', peopleText(people.filter(isSimulated))]];
  return [
    ['data', `${recorded.name}, ${recorded.channels} channels, ${recorded.sampleRateHz} Hz`],
    ['found', summaryText(recorded.summary)],
  ];
}

function factsOf(
  people: readonly (Scenario | RecordedPerson)[],
  { cells, people: results }: CohortEvaluation,
  { filter, recorded }: Telling,
): [string, string][] {
  const filters = filterText(filter);
  return [
    ...subjectFacts(people, recorded),
    ['decoders', `${cells.length}, a window every ${cells[0]?.stepMs ?? 0} ms, ${filters}`],
    ['split', `in each person, ${cells[0]?.split ?? ''}`],
    ...chosenOverPeople(results).map((text): [string, string] => ['chosen', text]),
  ];
}

function notesOf({ people }: CohortEvaluation): string[] {
  const warnings = new Set(people.flatMap(({ cells }) => cells.flatMap((cell) => cell.warnings)));
  return [...warnings, ...failedIn(people)];
}
