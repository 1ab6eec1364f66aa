import { systemCode, systemHints, systemReasons } from './system-code.js';

/** What a {@link MyodesisError} carries beside its message. */
export interface ErrorDetails {
  /** What to write instead, as a full sentence. */
  readonly hint?: string;
  /** Dotted path of the field that is wrong, such as `limb.fatThicknessMm`. */
  readonly field?: string;
  readonly cause?: unknown;
}

/**
 * Base of every error this product raises on purpose: the message says what was got and what is allowed,
 * the hint says what to write instead.
 */
export class MyodesisError extends Error {
  /** Stable, machine-readable kind. */
  readonly code: string = 'internal';
  readonly hint: string;
  readonly field: string | undefined;

  constructor(message: string, { hint = '', field, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.hint = hint;
    this.field = field;
  }

  /** What clients and threads are told of it; without the stack. */
  toJSON(): { code: string; message: string; hint: string; field?: string } {
    const { code, message, hint, field } = this;
    return field === undefined ? { code, message, hint } : { code, message, hint, field };
  }
}

/** A scenario, option or flag that cannot be used. */
export class ConfigError extends MyodesisError {
  override readonly code = 'config';
}

/** A message or frame that breaks the wire protocol. */
export class ProtocolError extends MyodesisError {
  override readonly code = 'protocol';
}

/** A decoder that cannot be trained, loaded or applied. */
export class ModelError extends MyodesisError {
  override readonly code = 'model';
}

/** A signal or recording that cannot be read, or that does not fit what reads it. */
export class StreamError extends MyodesisError {
  override readonly code = 'stream';
}

/** Something that whoever asks may not do. */
export class RefusedError extends MyodesisError {
  override readonly code = 'refused';
}

/** A file, folder or device that cannot be used. Its words may name a path, so that clients are told less. */
export class InputOutputError extends MyodesisError {
  override readonly code: string = 'io';

  /** From an error of the operating system, such as ENOENT or EADDRINUSE. */
  static from<Kind extends InputOutputError>(
    this: new (message: string, details: ErrorDetails) => Kind,
    cause: unknown,
    what: string,
    details: ErrorDetails = {},
  ): Kind {
    const code = systemCode(cause);
    const reason = (code && systemReasons[code]) ?? (cause instanceof Error ? cause.message : String(cause));
    return new this(`${what}: ${reason}`, {
      hint: (code && systemHints[code]) ?? 'Check the path and the permissions.',
      ...details,
      cause,
    });
  }
}

/** A port, connection or thread that cannot be had. Its words name no path: clients are told them as they are. */
export class ResourceError extends InputOutputError {
  override readonly code = 'resource';
}
