import { ResourceError } from '../../../src/ground/signal/errors.js';
import type * as bullmq from 'bullmq';

/** The package that speaks to the queue; only who names a queue needs it. */
export type QueuePackage = typeof bullmq;

/**
 * The package `bullmq`, an optional dependency.
 * @throws ResourceError that says what to install
 */
export async function queuePackage(
  load = (): Promise<QueuePackage> => import('bullmq'),
): Promise<QueuePackage> {
  try {
    return await load();
  } catch (cause) {
    throw new ResourceError('a queue needs the package bullmq, which is not installed', {
      hint: 'Run "npm install bullmq".',
      cause,
    });
  }
}
