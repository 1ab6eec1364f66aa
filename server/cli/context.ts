import type { Terminal } from './output.js';

/** What every command gets: where to write, and when it is told to stop. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Aborted by SIGINT and SIGTERM. */
  readonly stop: AbortSignal;
}
