import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import { presets } from '../../src/scenario/presets/index.js';
import type { Side } from '../../src/study/likeness/compare.js';
import { peopleSets } from '../../src/study/likeness/people.js';
import type { Person } from '../../src/study/likeness/portrait.js';
import { recordPersonJob } from '../../src/study/likeness/recorded-person.js';
import { dataOfScenario, studyData } from '../../src/study/study-data.js';
import type { JobRunner, RunOptions } from '../../src/study/job.js';
import { readLabelledData } from '../cli/labelled-data.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { UsageError } from '../errors.js';

/** How recordings are read and people simulated. */
export interface SideOptions extends RunOptions {
  readonly rate?: number | undefined;
  readonly pattern?: string | undefined;
  readonly seed?: number | undefined;
  readonly set?: readonly string[] | undefined;
  readonly runner: JobRunner;
}

/** A side with what had to be assumed of it. */
export interface ReadSide extends Side {
  readonly notes: readonly string[];
}

/** People of one folder, at most: their recordings are held in memory. */
const MOST_PEOPLE = 100;
const ofPeople = 'people:';
/** Folders of trials and sessions belong to one person; such as these are people of their own. */
const personFolder = /^(?:person|people|subject|participant|patient|user|sub|s|p)[-_ ]?\d+$/i;

/**
 * One side of a comparison: `people:NAME`, the name of a preset, a scenario file, a recording, a folder of one person,
 * or a folder with a folder for each (`person-01`, `S2` …).
 *
 * @throws UsageError, ConfigError or StreamError, with a hint, where it is none of these
 */
export async function comparedSide(text: string, options: SideOptions): Promise<ReadSide> {
  if (text.startsWith(ofPeople)) return publishedSide(text);
  if (presets.some(({ name }) => name === text)) return simulatedSide(text, { preset: text }, options);
  if (/\.json$/i.test(text)) return simulatedSide(basename(text), { scenario: text }, options);
  return recordedSide(text, options);
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
  { seed, set, runner, ...options }: SideOptions,
): Promise<ReadSide> {
  const scenario = await resolveScenario({
    ...source,
    ...(seed !== undefined && { seed }),
    ...(set && { set }),
  });
  const [data = dataOfScenario(scenario)] = await runner.run(
    recordPersonJob,
    [scenario],
    (recorded) => recorded,
    options,
  );
  return { name, people: [{ name: `${name}, seed ${scenario.seed}`, data }], notes: [] };
}

async function recordedSide(path: string, options: SideOptions): Promise<ReadSide> {
  const folders = await personFolders(path);
  const paths = folders.length > 0 ? folders.map((folder) => join(path, folder)) : [path];
  if (paths.length > MOST_PEOPLE)
    throw new UsageError(
      `${path} has folders of ${paths.length} people, ${MOST_PEOPLE} are compared at most`,
      {
        hint: 'Make a folder with fewer of them.',
      },
    );
  const people: Person[] = [];
  const notes = new Set<string>();
  for (const [i, one] of paths.entries()) {
    if (options.stop?.aborted)
      throw new StreamError('compare: interrupted while reading', { hint: 'Run it again.' });
    const { segments, notes: assumed } = await readLabelledData(one, {
      rateHz: options.rate,
      pattern: options.pattern,
    });
    for (const note of assumed) notes.add(note);
    people.push({ name: basename(one), data: studyData(segments) });
    options.onProgress?.((i + 1) / paths.length);
  }
  return { name: path, people, notes: [...notes] };
}

/** Names of folders of people; none where the path is something else, which reading will say. */
async function personFolders(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [];
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && personFolder.test(entry.name))
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch {
    const names = [...presets.map(({ name }) => name), ...peopleSets.map(({ name }) => ofPeople + name)];
    const guess = closest(path, names);
    throw new UsageError(`${path} is no preset, and there is no such file or folder`, {
      hint: guess ? `Did you mean ${guess}?` : `Give a recording, a folder, or one of ${names.join(', ')}.`,
    });
  }
}
