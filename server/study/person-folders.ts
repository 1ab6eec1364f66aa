import { naturally } from '../../src/ground/signal/naturally.js';
import { readdir, stat } from 'node:fs/promises';

/** Folders of trials and sessions belong to one person; such as these are people of their own. */
const personFolder = /^(?:person|people|subject|participant|patient|user|sub|s|p)[-_ ]?\d+$/i;

/** Names of the folders of people in a folder, in order; `undefined` where the path cannot be read. */
export async function personFolders(path: string): Promise<string[] | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return [];
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && personFolder.test(entry.name))
      .map(({ name }) => name)
      .sort(naturally);
  } catch {
    return undefined;
  }
}
