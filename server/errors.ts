import { MyodesisError } from '../src/ground/signal/errors.js';
import { systemCode } from '../src/ground/signal/system-code.js';

/** A command line that cannot be understood. */
export class UsageError extends MyodesisError {
  override readonly code = 'usage';
}

/** The stable codes a command ends with; documented in the README and in `--help`. */
export const exitCodes = { ok: 0, usage: 2, configuration: 3, inputOutput: 4, internal: 5 } as const;

const exitOf: Readonly<Record<string, number>> = {
  usage: exitCodes.usage,
  config: exitCodes.configuration,
  io: exitCodes.inputOutput,
  resource: exitCodes.inputOutput,
  stream: exitCodes.inputOutput,
  model: exitCodes.inputOutput,
  protocol: exitCodes.inputOutput,
  refused: exitCodes.inputOutput,
};

/** Exit code of an error: 2 usage, 3 configuration, 4 input/output, 5 internal. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof MyodesisError) return exitOf[error.code] ?? exitCodes.internal;
  return systemCode(error) ? exitCodes.inputOutput : exitCodes.internal;
}
