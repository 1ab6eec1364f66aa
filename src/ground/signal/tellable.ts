import {
  ConfigError,
  type ErrorDetails,
  InputOutputError,
  ModelError,
  MyodesisError,
  ProtocolError,
  RefusedError,
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

const kinds = new Map<string, new (message: string, details: ErrorDetails) => MyodesisError>(
  [ConfigError, ProtocolError, ModelError, StreamError, RefusedError, InputOutputError].map((Kind) => [
    new Kind('').code,
    Kind,
  ]),
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
