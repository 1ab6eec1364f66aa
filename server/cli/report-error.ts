import { MyodesisError } from '../../src/ground/signal/errors.js';
import { exitCodeOf, InputOutputError, systemCode } from './errors.js';

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

/** Any thrown value as one of our errors, with a hint. */
export function tellable(error: unknown): MyodesisError {
  if (error instanceof MyodesisError) return error;
  if (systemCode(error)) return InputOutputError.from(error, pathOf(error));
  const message = error instanceof Error ? error.message : String(error);
  return new MyodesisError(`unexpected error: ${message}`, {
    hint: 'This is a defect: run again with --debug and report what it prints.',
    cause: error,
  });
}

function pathOf(error: unknown): string {
  if (error instanceof Error && 'path' in error && typeof error.path === 'string') return error.path;
  return 'input or output';
}
