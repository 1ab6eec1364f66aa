import type { Scenario } from '../../src/scenario/scenario.js';
import { csv } from '../../src/study/csv.js';
import { stressCohortReport } from '../../src/study/report/stress-cohort-report.js';
import {
  stressCohort,
  type StressCohortOptions,
  type StressCohortResult,
} from '../../src/study/stress-cohort.js';
import {
  stressCohortColumns,
  stressCohortJson,
  stressCohortRows,
} from '../../src/study/stress-cohort-rows.js';
import { shareText } from '../../src/study/report/mean-text.js';
import type { CommandContext } from '../cli/context.js';
import type { OutputFlags } from '../cli/study-flags.js';
import { writeWhole } from '../cli/write-whole.js';
import { packageVersion } from '../package-info.js';
import { peopleText } from './cohort-text.js';
import { overThreads } from './over-threads.js';
import { stressCohortText } from './stress-cohort-text.js';

/** How a stress test of people is told. */
interface Telling extends OutputFlags {
  readonly json?: boolean;
  /** What the classifier is called. */
  readonly classifier: string;
}

/** Stress every person, sessions over many cores, and tell what each dial costs over people. */
export async function stressPeople(
  people: readonly Scenario[],
  options: StressCohortOptions,
  telling: Telling,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const result = await overThreads(`stress of ${people.length} people`, telling.threads, context, (threads) =>
    stressCohort(people, { ...options, ...threads }),
  );
  const facts = factsOf(people, result, telling.classifier);
  const rows = stressCohortRows(result);
  if (telling.csv !== undefined) await writeWhole(telling.csv, csv(stressCohortColumns, rows));
  if (telling.report !== undefined) {
    const footer = `Made by myodesis ${packageVersion()} stress.`;
    await writeWhole(
      telling.report,
      stressCohortReport(result, { title: 'Decoders of people under stress', facts, footer }),
    );
  }
  for (const note of result.notes) terminal.err(`note: ${note}\n`);
  for (const { person, dial, level, message } of result.failures)
    terminal.err(`note: person ${person}: the classifier failed at ${dial} ${level}: ${message}\n`);
  if (telling.json) {
    const [first] = people;
    const { classifier } = telling;
    const subject = { population: first?.name, seed: first?.seed, classifier };
    terminal.out(
      `${JSON.stringify({ ...subject, features: first?.decoder.features, ...stressCohortJson(result) })}\n`,
    );
  } else {
    const width = Math.max(...facts.map(([name]) => name.length)) + 2;
    const heading = facts.map(([name, value]) => `${name.padEnd(width)}${value}\n`).join('');
    terminal.out(`${heading}\n${stressCohortText(result)}`);
  }
}

function factsOf(
  people: readonly Scenario[],
  { rows, heldOutAccuracy, scriptSeconds, restSeconds }: StressCohortResult,
  classifier: string,
): [string, string][] {
  const [first] = people;
  const { features = [], windowMs = 0, stepMs = 0, control } = first?.decoder ?? {};
  const parts = control === 'direct' ? [classifier] : [...features, classifier];
  return [
    ['people', peopleText(people)],
    ['decoder', `one of each person: ${parts.join(', ')}, windows of ${windowMs} ms every ${stepMs} ms`],
    ['calibration', `held-out accuracy ${shareText(heldOutAccuracy)}`],
    [
      'session',
      `${scriptSeconds.toFixed(0)} s of prompts, ${restSeconds} s of rest, at each of ${rows.length} levels, in each person`,
    ],
  ];
}
