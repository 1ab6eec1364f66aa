import {
  ConfigError,
  type ErrorDetails,
  InputOutputError,
  ModelError,
  MyodesisError,
  ProtocolError,
  RefusedError,
  ResourceError,
  StreamError,
} from './errors.js';
import { systemCode } from './system-code.js';

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

/**
 * Any thrown value as clients are told it, whatever carries it to them. The words of what cannot be read or written,
 * and of a defect, may name files of the service: those are for its log, which is given them where this gives another
 * error than it got.
 */
export function toldToClients(error: unknown): MyodesisError {
  const told = tellable(error);
  if (told.code === 'io')
    return new InputOutputError('the service cannot use a file or device', {
      hint: 'See the log of the service.',
    });
  if (told.code === 'internal')
    return new MyodesisError('unexpected error in the service', {
      hint: 'This is a defect: see the log of the service, and report what it says.',
    });
  return told;
}

const kinds = new Map<string, new (message: string, details: ErrorDetails) => MyodesisError>(
  [ConfigError, ProtocolError, ModelError, StreamError, RefusedError, InputOutputError, ResourceError].map(
    (Kind) => [new Kind('').code, Kind],
  ),
);

/** One of our errors as it was before it crossed a thread: structured clone would strip it of class and hint. */
export function revived({ code, message, hint, field }: ReturnType<MyodesisError['toJSON']>): MyodesisError {
  const Kind = kinds.get(code) ?? MyodesisError;
  return new Kind(message, { hint, field });
}

function pathOf(error: unknown): string {
  if (error instanceof Error && 'path' in error && typeof error.path === 'string') return error.path;
  return 'input or output';
}
