import { z } from 'zod';
import { StreamError, type MyodesisError } from '../../../src/ground/signal/errors.js';
import { revived, tellable } from '../../../src/ground/signal/tellable.js';

/** Where all that belongs to studies is in a Redis. */
export const QUEUE = { name: 'study', prefix: 'myodesis' } as const;

/** What a task is in the queue. */
export interface QueueMessage {
  /** What computes it: version of the product and digests of modules (`keptVersion`). */
  readonly computedBy: string;
  /** The task, as `toKeptJson` writes it. */
  readonly task: string;
}

const message = z.object({ computedBy: z.string(), task: z.string() });

/** @throws StreamError on anything else: another program, or another version, put it there */
export function parseQueueMessage(data: unknown): QueueMessage {
  const parsed = message.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new StreamError('got a task that is none of a study', {
    hint: 'Use a Redis, or a database of it, that no other program puts tasks into.',
  });
}

const failure = z.object({ code: z.string(), message: z.string(), hint: z.string() });

/** An error as the text that a queue keeps of a task that failed. */
export function failureText(error: unknown): string {
  return JSON.stringify(tellable(error).toJSON());
}

/** The error that {@link failureText} wrote; or what the queue itself says of a task. */
export function failureOf(text: string): MyodesisError {
  try {
    return revived(failure.parse(JSON.parse(text)));
  } catch {
    return new StreamError(`a task was given up by the queue: ${text}`, {
      hint: 'Workers that had it died again and again: see their logs and their memory, and run the study again.',
    });
  }
}
