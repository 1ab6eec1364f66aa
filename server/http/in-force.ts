import { setTimeout as wait } from 'node:timers/promises';
import { HttpError } from './http-error.js';

/** Longest wait for a change: well below the silence after which a connection is given up. */
const MOST_MS = 60_000;

/**
 * Wait for a change to be in force, so that whoever asks is told where it fails after it was taken.
 * @throws HttpError 504 where it is still under way after a minute, and what the change itself throws
 */
export async function inForce<Value>(change: Value | Promise<Value>, mostMs = MOST_MS): Promise<Value> {
  const over = new AbortController();
  const late = wait(mostMs, undefined, { signal: over.signal }).then(() => {
    throw new HttpError(
      504,
      'stream',
      `the change is still under way after ${mostMs / 1000} s, and goes on`,
      {
        hint: 'GET /api/scenario shows what is asked for, GET /api/health how far it is; the stream tells where it fails.',
      },
    );
  });
  try {
    return await Promise.race([change, late]);
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}
