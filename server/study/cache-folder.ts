import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where results that can be computed again are kept for a user, unless told otherwise. */
export function cacheFolder(study: string): string {
  const { XDG_CACHE_HOME } = process.env;
  // A relative path there is to be ignored, says the XDG Base Directory Specification.
  const base = XDG_CACHE_HOME?.startsWith('/') ? XDG_CACHE_HOME : join(homedir(), '.cache');
  return join(base, 'myodesis', study);
}
