import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

/**
 * The compiled file that a thread begins with: threads need JavaScript even where everything else runs from its sources.
 * @param file where it is when all is compiled: `new URL('./worker-entry.js', import.meta.url)`
 * @returns its path; undefined where nothing was compiled
 */
export function compiledEntry(file: URL): string | undefined {
  const root = packageFolder();
  const built = new URL(`dist/${file.href.slice(root.href.length)}`, root);
  const found = [file, built].find((url) => existsSync(url));
  return found && fileURLToPath(found);
}
