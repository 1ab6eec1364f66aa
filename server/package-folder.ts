import { existsSync } from 'node:fs';

/** Folder of the package, whether this file runs from `server/` or compiled from `dist/server/`. */
export function packageFolder(): URL {
  const above = new URL('../', import.meta.url);
  return existsSync(new URL('package.json', above)) ? above : new URL('../../', import.meta.url);
}
