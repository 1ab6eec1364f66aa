import { basename, join } from 'node:path';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import { presets } from '../../src/scenario/presets/index.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Side } from '../../src/study/likeness/compare.js';
import { peopleSets } from '../../src/study/likeness/people.js';
import type { Person } from '../../src/study/likeness/portrait.js';
import { peopleOf } from '../../src/study/evaluate-cohort.js';
import { recordPersonJob } from '../../src/study/likeness/recorded-person.js';
import { studyData } from '../../src/study/study-data.js';
import type { JobRunner, RunOptions } from '../../src/study/job.js';
import type { DataFlags } from '../cli/data-flags.js';
import { halvesNote, readLabelledData } from '../cli/labelled-data.js';
import type { PeopleFlags } from '../cli/options.js';
import { resolvePeople, resolveScenario } from '../cli/resolve-scenario.js';
import { UsageError } from '../errors.js';
import { summaryText } from '../recordings/data-summary.js';
import { personFolders } from './person-folders.js';

/** How recordings are read and people simulated. */
export interface SideOptions extends RunOptions, PeopleFlags {
  readonly reading: DataFlags;
  readonly seed?: number | undefined;
  readonly set?: readonly string[] | undefined;
  readonly runner: JobRunner;
}

/** A side with what had to be assumed of it. */
export interface ReadSide extends Side {
  readonly notes: readonly string[];
}

/** What a side is: numbers that were published, people of a preset or a scenario, or recordings. */
export type SideKind = 'published' | 'simulated' | 'recorded';

/** People of one folder, at most: their recordings are held in memory. */
const MOST_PEOPLE = 100;
const ofPeople = 'people:';
const isScenario = /\.json$/i;

/** What a side is, by how it is written. */
export function sideKind(text: string): SideKind {
  if (text.startsWith(ofPeople)) return 'published';
  return presets.some(({ name }) => name === text) || isScenario.test(text) ? 'simulated' : 'recorded';
}

/**
 * One side of a comparison: `people:NAME`, the name of a preset, a scenario file, a recording, a folder of one person,
 * or a folder with a folder for each (`person-01`, `S2` …).
 *
 * @throws UsageError, ConfigError or StreamError, with a hint, where it is none of these
 */
export async function comparedSide(text: string, options: SideOptions): Promise<ReadSide> {
  const kind = sideKind(text);
  if (kind === 'published') return publishedSide(text);
  if (kind === 'recorded') return recordedSide(text, options);
  return isScenario.test(text)
    ? simulatedSide(basename(text), { scenario: text }, options)
    : simulatedSide(text, { preset: text }, options);
}

function publishedSide(text: string): ReadSide {
  const name = text.slice(ofPeople.length);
  const names = peopleSets.map((set) => set.name);
  const set = peopleSets.find((candidate) => candidate.name === name);
  if (!set) {
    const guess = closest(name, names);
    throw new UsageError(`no set of people is called ${JSON.stringify(name)}`, {
      hint: guess
        ? `Did you mean people:${guess}?`
        : `Sets: ${names.map((one) => ofPeople + one).join(', ')}.`,
    });
  }
  return { name: text, people: [], set, notes: [] };
}

async function simulatedSide(
  name: string,
  source: { readonly preset: string } | { readonly scenario: string },
  { seed, set, runner, people: size, cohort, ...options }: SideOptions,
): Promise<ReadSide> {
  requireFew(name, size ?? 1);
  const scenario = await resolveScenario({
    ...source,
    ...(seed !== undefined && { seed }),
    ...(set && { set }),
  });
  const drawn = resolvePeople(scenario, { people: size, cohort });
  const simulated = drawn ?? [scenario];
  const recorded = await runner.run(recordPersonJob, simulated, (data) => data, options);
  const people = recorded.map((data, p) => ({ name: nameOf(name, simulated[p] ?? scenario), data }));
  const alone = `${name} is one person, who has no spread between people; --people 20 draws people of its population.`;
  return { name, people, notes: drawn ? [] : [alone] };
}

function nameOf(side: string, { person, seed }: Scenario): string {
  return `${side}, ${person.number === 0 ? '' : `person ${person.number}, `}seed ${seed}`;
}

function requireFew(name: string, people: number): void {
  if (people <= MOST_PEOPLE) return;
  throw new UsageError(`${name} has ${people} people, ${MOST_PEOPLE} are compared at most`, {
    hint: 'Take fewer of them: their recordings are held in memory.',
  });
}

async function recordedSide(path: string, options: SideOptions): Promise<ReadSide> {
  const folders = (await personFolders(path)) ?? noSuchSide(path);
  const paths = folders.length > 0 ? folders.map((folder) => join(path, folder)) : [path];
  requireFew(path, paths.length);
  const people: Person[] = [];
  const notes = new Set<string>();
  for (const [i, one] of paths.entries()) {
    if (options.stop?.aborted)
      throw new StreamError('compare: interrupted while reading', { hint: 'Run it again.' });
    const read = await readLabelledData(one, options.reading);
    notes.add(`${basename(one)}: ${summaryText(read.summary)}.`);
    for (const note of read.notes) notes.add(note);
    notes.add(halvesNote(basename(one), read.segments) ?? '');
    // People of their own within one folder are told apart, as where each has a folder.
    const own = peopleOf(studyData(read.segments, read.channelNames));
    people.push(
      ...own.map(({ person, data }) => ({
        name: own.length === 1 ? basename(one) : `${basename(one)}, ${person}`,
        data,
      })),
    );
    requireFew(path, people.length);
    options.onProgress?.((i + 1) / paths.length);
  }
  return { name: path, people, notes: [...notes].filter((note) => note !== '') };
}

function noSuchSide(path: string): never {
  const names = [...presets.map(({ name }) => name), ...peopleSets.map(({ name }) => ofPeople + name)];
  const guess = closest(path, names);
  throw new UsageError(`${path} is no preset, and there is no such file or folder`, {
    hint: guess ? `Did you mean ${guess}?` : `Give a recording, a folder, or one of ${names.join(', ')}.`,
  });
}
