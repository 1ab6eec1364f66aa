import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Class number → name, as the folder's own description says. */
export type ClassNames = ReadonlyMap<number, string>;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Names of classes from `collection_details.json` (LibEMG's `class_map` or `classes`) or `metadata.json`
 * (one entry per file with `class_idx` and `class_name`) in a folder. A file that is not there, or says
 * nothing of classes, gives none: names are a convenience, numbers always work.
 */
export async function readClassNames(folder: string): Promise<ClassNames> {
  const names = new Map<number, string>();
  const add = (key: unknown, name: unknown): void => {
    const index = Number(key);
    if (Number.isInteger(index) && index >= 0 && typeof name === 'string' && name !== '')
      names.set(index, name);
  };
  const metadata = await readJson(join(folder, 'metadata.json'));
  for (const entry of Object.values(metadata))
    if (isObject(entry)) add(entry['class_idx'], entry['class_name']);
  const details = await readJson(join(folder, 'collection_details.json'));
  const { classes, class_map: map } = details;
  if (Array.isArray(classes)) for (const [index, name] of classes.entries()) add(index, name);
  if (isObject(map)) for (const [index, name] of Object.entries(map)) add(index, name);
  return names;
}

async function readJson(path: string): Promise<Json> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
