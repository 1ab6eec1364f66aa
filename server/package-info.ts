import { existsSync, readFileSync } from 'node:fs';

/** Folder of the package, whether this file runs from `server/` or compiled from `dist/server/`. */
export function packageFolder(): URL {
  const above = new URL('../', import.meta.url);
  return existsSync(new URL('package.json', above)) ? above : new URL('../../', import.meta.url);
}

/** Version of the package. */
export function packageVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('package.json', packageFolder()), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  return '0.0.0';
}
