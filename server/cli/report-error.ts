import { tellable } from '../../src/ground/signal/tellable.js';
import { exitCodeOf } from '../errors.js';

/** How an error is to be told. */
export interface ReportOptions {
  /** One JSON object instead of text, for machines. */
  readonly json?: boolean;
  /** Add the stack. */
  readonly debug?: boolean;
}

/**
 * Tell an error on a text stream, as a message and a hint (no stack unless asked for).
 * @returns the exit code that goes with it
 */
export function reportError(
  error: unknown,
  write: (text: string) => void,
  { json = false, debug = false }: ReportOptions = {},
): number {
  const told = tellable(error);
  if (json) write(`${JSON.stringify({ error: told.toJSON() })}\n`);
  else {
    write(`myodesis: ${told.message}\n`);
    if (told.hint) write(`  hint: ${told.hint}\n`);
  }
  if (debug && error instanceof Error && error.stack) write(`${error.stack}\n`);
  return exitCodeOf(error);
}
