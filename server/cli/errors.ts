import { MyodesisError, type ErrorDetails } from '../../src/ground/signal/errors.js';

/** A command line that cannot be understood. */
export class UsageError extends MyodesisError {
  override readonly code = 'usage';
}

/** A file, folder, port or connection that cannot be used. */
export class InputOutputError extends MyodesisError {
  override readonly code = 'io';

  /** From an error of the operating system, such as ENOENT or EADDRINUSE. */
  static from(cause: unknown, what: string, details: ErrorDetails = {}): InputOutputError {
    const code = systemCode(cause);
    const reason = (code && reasons[code]) ?? (cause instanceof Error ? cause.message : String(cause));
    return new InputOutputError(`${what}: ${reason}`, {
      hint: (code && hints[code]) ?? 'Check the path and the permissions.',
      ...details,
      cause,
    });
  }
}

/** The stable codes a command ends with; documented in the README and in `--help`. */
export const exitCodes = { ok: 0, usage: 2, configuration: 3, inputOutput: 4, internal: 5 } as const;

const exitOf: Readonly<Record<string, number>> = {
  usage: exitCodes.usage,
  config: exitCodes.configuration,
  io: exitCodes.inputOutput,
  stream: exitCodes.inputOutput,
  model: exitCodes.inputOutput,
  protocol: exitCodes.inputOutput,
};

/** Exit code of an error: 2 usage, 3 configuration, 4 input/output, 5 internal. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof MyodesisError) return exitOf[error.code] ?? exitCodes.internal;
  return systemCode(error) ? exitCodes.inputOutput : exitCodes.internal;
}

/** Code of an operating-system error, or undefined for any other value. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder, expected a file',
  ENOTDIR: 'is a file, expected a folder',
  EEXIST: 'exists already',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
};

const hints: Readonly<Record<string, string>> = {
  ENOENT: 'Check the spelling of the path; relative paths start at the current folder.',
  EISDIR: 'Give the path of a file inside it.',
  ENOTDIR: 'Give the path of the folder that holds it.',
};
