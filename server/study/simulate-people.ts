import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cardNumber, personCard } from '../../src/body/person/person-card.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { csv } from '../../src/study/csv.js';
import type { Job, JobRunner, RunOptions } from '../../src/study/job.js';
import { writeWhole } from '../cli/write-whole.js';
import { tsv } from '../recordings/bids/bids-tables.js';
import { writeWithScenario, type SimulatedFiles, type Written } from './simulated-files.js';

/** One person to write, in a thread of its own. */
export interface PersonTask {
  readonly scenario: Scenario;
  readonly request: SimulatedFiles;
}

/** Write one person into a folder that gets its name when all of it is there. */
async function writePerson({ scenario, request }: PersonTask): Promise<Written> {
  const part = `${request.out}.part`;
  await rm(part, { recursive: true, force: true });
  const { seconds, files } = await writeWithScenario(scenario, { ...request, out: part });
  await rm(request.out, { recursive: true, force: true });
  await rename(part, request.out);
  return { seconds, files: files.map((file) => file.replace(part, request.out)) };
}

export const writePersonJob: Job<PersonTask, Written> = { name: 'writePerson', work: writePerson };

/**
 * Write every person into a folder of their own, `person-01` and so on, with a table of who they are beside them. When
 * it is stopped, the folders that are there are whole.
 */
export async function simulatePeople(
  people: readonly Scenario[],
  request: SimulatedFiles,
  runner: JobRunner,
  options: RunOptions,
): Promise<Written> {
  const digits = Math.max(2, String(people.length).length);
  const names = people.map((_, i) => `person-${String(i + 1).padStart(digits, '0')}`);
  const tasks = people.map((scenario, i) => ({
    scenario,
    request: { ...request, out: join(request.out, names[i] ?? '') },
  }));
  let written: Written[];
  try {
    written = await runner.run(writePersonJob, tasks, (result) => result, options);
  } finally {
    for (const { request: of } of tasks) await rm(`${of.out}.part`, { recursive: true, force: true });
  }
  const table = await writeWho(people, names, request);
  return {
    files: [...written.flatMap(({ files }) => files), table],
    seconds: written.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** Who the people are: `participants.tsv` beside BIDS, `persons.csv` beside everything else. */
async function writeWho(
  people: readonly Scenario[],
  names: readonly string[],
  { out, format }: SimulatedFiles,
): Promise<string> {
  const cards = people.map(personCard);
  const header = (cards[0]?.rows ?? []).map(({ name, unit }) => (unit ? `${name} (${unit})` : name));
  const rows = cards.map(({ number, sex, rows: of }, i) => [
    names[i] ?? '',
    number,
    sex,
    ...of.map(({ value }) => cardNumber(value)),
  ]);
  const columns = ['participant_id', 'number', 'sex', ...header];
  const bids = format === 'bids';
  const path = join(out, bids ? 'participants.tsv' : 'persons.csv');
  await writeWhole(path, bids ? tsv(columns, rows) : csv(columns, rows));
  return path;
}
