import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cardNumber, personCard } from '../../src/body/person/person-card.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { csv } from '../../src/study/csv.js';
import type { Job, JobRunner, RunOptions } from '../../src/study/job.js';
import { writeWhole } from '../cli/write-whole.js';
import { tsv } from '../recordings/bids/bids-tables.js';
import { describeDataset, describeTruth, subjectFolders } from '../recordings/bids/bids-writer.js';
import { datasetName } from './bids-of-scenario.js';
import { writeWithScenario, type SimulatedFiles, type Written } from './simulated-files.js';

/** One person to write, in a thread of its own. */
export interface PersonTask {
  readonly scenario: Scenario;
  readonly request: SimulatedFiles;
}

/** Write one person aside; their folders get their names when all of it is there. */
async function writePerson({ scenario, request }: PersonTask): Promise<Written> {
  const part = partOf(request);
  await rm(part, { recursive: true, force: true });
  const { seconds, files } = await writeWithScenario(scenario, { ...request, out: part });
  // In a BIDS dataset a person has several folders.
  for (const folder of request.subject === undefined ? ['.'] : subjectFolders(request.subject)) {
    const target = join(request.out, folder);
    await rm(target, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true });
    await rename(join(part, folder), target);
  }
  await rm(part, { recursive: true, force: true });
  return { seconds, files: files.map((file) => file.replace(part, request.out)) };
}

/** Where a person is written until they are whole. */
function partOf({ out, subject }: SimulatedFiles): string {
  return subject === undefined ? `${out}.part` : join(out, `.sub-${subject}.part`);
}

export const writePersonJob: Job<PersonTask, Written> = { name: 'writePerson', work: writePerson };

/**
 * Write every person into a folder of their own, `person-01` and so on, with a table of who they are beside them; in BIDS
 * they are the subjects `01` and so on of one dataset. When it is stopped, the folders that are there are whole.
 */
export async function simulatePeople(
  people: readonly Scenario[],
  request: SimulatedFiles,
  runner: JobRunner,
  options: RunOptions,
): Promise<Written> {
  const digits = Math.max(2, String(people.length).length);
  const bids = request.format === 'bids';
  const numbers = people.map((_, i) => String(i + 1).padStart(digits, '0'));
  const names = numbers.map((number) => `${bids ? 'sub' : 'person'}-${number}`);
  const tasks = people.map((scenario, i) => ({
    scenario,
    request: bids
      ? { ...request, subject: numbers[i] ?? '' }
      : { ...request, out: join(request.out, names[i] ?? '') },
  }));
  let written: Written[];
  try {
    written = await runner.run(writePersonJob, tasks, (result) => result, options);
  } finally {
    for (const { request: of } of tasks) await rm(partOf(of), { recursive: true, force: true });
  }
  const [first] = people;
  if (bids && first) {
    const about = { datasetName: datasetName(first) };
    await describeDataset(request.out, about);
    await describeTruth(request.out, about);
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
  if (format !== 'bids') {
    const path = join(out, 'persons.csv');
    await writeWhole(path, csv(['participant_id', 'number', 'sex', ...header], rows));
    return path;
  }
  const traits = (cards[0]?.rows ?? []).map(({ name, unit }) => ({ column: snake(name), name, unit }));
  const path = join(out, 'participants.tsv');
  const columns = ['participant_id', 'person_number', 'sex', ...traits.map(({ column }) => column)];
  const sexOf = { man: 'male', woman: 'female', unspecified: undefined };
  const asBids = rows.map(([id, number, , ...of], i) => [
    id,
    number,
    sexOf[cards[i]?.sex ?? 'unspecified'],
    ...of,
  ]);
  await writeWhole(path, tsv(columns, asBids));
  const described = Object.fromEntries(
    traits.map(({ column, name, unit }) => [column, { Description: name, ...(unit && { Units: unit }) }]),
  );
  const about = {
    person_number: { Description: 'Number of the simulated person in the population of the scenario.' },
    sex: { Description: 'Sex that the simulated person was drawn with.' },
    ...described,
  };
  await writeWhole(join(out, 'participants.json'), `${JSON.stringify(about, null, 2)}\n`);
  return path;
}

/** A column's name as BIDS wants it. */
const snake = (name: string): string => name.replace(/[^a-z0-9]+/gi, '_').toLowerCase();
