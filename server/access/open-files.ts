import { readFileSync } from 'node:fs';

/** Kept for what is no connection: recordings, devices, and the threads of a new session, which have about 220 files open while they load. */
const RESERVED = 256;
/** Connections that are let in however few files may be open. */
const LEAST = 16;

/**
 * Most connections that leave files to be opened for whom is let in: of a connection that finds none, the system says
 * nothing, and whoever is in finds none for a recording or a download either.
 * @param wanted where the system allows as many
 * @param openFiles that the process may have open; by default as the system says, undefined where it sets no limit
 */
export function mostConnections(wanted: number, openFiles = mostOpenFiles()): number {
  if (openFiles === undefined) return wanted;
  // A download has a connection and a file.
  return Math.min(wanted, Math.max(LEAST, Math.floor((openFiles - RESERVED) / 2)));
}

/** Files that this process may have open, connections among them; undefined where nobody says. */
export function mostOpenFiles(): number | undefined {
  try {
    const limits = readFileSync('/proc/self/limits', 'latin1');
    const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}
