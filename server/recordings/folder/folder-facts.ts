import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** What the descriptions beside recordings say: names of class numbers, and the sampling rate. */
export interface FolderFacts {
  readonly names: ReadonlyMap<number, string>;
  readonly sampleRateHz?: number;
  /** What of the descriptions could not be understood, a sentence each. */
  readonly notes: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Files that describe a folder of recordings. */
export const descriptionNames: readonly string[] = ['collection_details.json', 'metadata.json'];

/**
 * Names of classes from `collection_details.json` (LibEMG's `class_map` or `classes`, and `sample_rate_hz`) or
 * `metadata.json` (one entry per file with `class_idx` and `class_name`) in a folder. A file that is not there, or says
 * nothing of classes, gives none: names are a convenience, numbers always work.
 */
async function readFolderFacts(folder: string): Promise<FolderFacts> {
  const names = new Map<number, string>();
  const notes: string[] = [];
  const add = (key: unknown, name: unknown, file: string): void => {
    const index = Number(key);
    if (!Number.isInteger(index) || index < 0 || typeof name !== 'string' || name.trim() === '') return;
    const before = names.get(index);
    if (before !== undefined && before !== name && file === 'metadata.json')
      notes.push(
        `${join(folder, file)} calls class ${index} both ${before} and ${name}; the latter is used.`,
      );
    names.set(index, name);
  };
  const metadata = await readJson(join(folder, 'metadata.json'), notes);
  for (const entry of Object.values(metadata))
    if (isObject(entry)) add(entry['class_idx'], entry['class_name'], 'metadata.json');
  const details = await readJson(join(folder, 'collection_details.json'), notes);
  const { classes, class_map: map, sample_rate_hz: rate } = details;
  if (Array.isArray(classes))
    for (const [index, name] of classes.entries()) add(index, name, 'collection_details.json');
  if (isObject(map))
    for (const [index, name] of Object.entries(map)) add(index, name, 'collection_details.json');
  const known = typeof rate === 'number' && rate > 0 && Number.isFinite(rate);
  return { names, ...(known && { sampleRateHz: rate }), notes: [...new Set(notes)] };
}

async function readJson(path: string, notes: string[]): Promise<Json> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return {};
  }
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isObject(parsed)) return parsed;
  } catch {
    // Told below.
  }
  notes.push(`${path} is not a JSON object; names of classes and the rate were not taken from it.`);
  return {};
}

/** Descriptions beside a file, or in the nearest folder above it up to the recordings' own. */
export class FactsOfFolders {
  private readonly known = new Map<string, Promise<FolderFacts>>();

  constructor(private readonly root: string) {}

  async nameOf(path: string, classIndex: number): Promise<string | undefined> {
    return this.nearest(path, ({ names }) => names.get(classIndex));
  }

  async rateOf(path: string): Promise<number | undefined> {
    return this.nearest(path, ({ sampleRateHz }) => sampleRateHz);
  }

  /** All descriptions looked at so far, by folder. */
  async all(): Promise<(readonly [string, FolderFacts])[]> {
    return Promise.all(
      [...this.known].map(async ([folder, facts]) => [folder, await facts] satisfies [string, FolderFacts]),
    );
  }

  private async nearest<T>(
    path: string,
    pick: (facts: FolderFacts) => T | undefined,
  ): Promise<T | undefined> {
    const top = resolve(this.root);
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      let facts = this.known.get(folder);
      if (!facts) this.known.set(folder, (facts = readFolderFacts(folder)));
      const value = pick(await facts);
      if (value !== undefined || folder === top || folder === dirname(folder)) return value;
    }
  }
}
