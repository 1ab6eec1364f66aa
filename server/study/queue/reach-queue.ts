import type { Queue, RedisOptions } from 'bullmq';
import { queueFault } from './queue-fault.js';
import { QUEUE } from './queue-message.js';
import type { QueueAddress } from './queue-address.js';
import type { QueuePackage } from './queue-package.js';

/** Time until an address that does not answer is given up, in milliseconds. */
const CONNECT_MS = 5000;
/** Time from one try to reach a queue that was lost to the next, in milliseconds. */
export const RETRY_MS = 500;
/** Events that a queue keeps for who comes late; each may hold a result. */
const EVENTS_KEPT = 1000;

/**
 * How a connection to a queue is made.
 * @param retry time until the next try, in milliseconds; null where there is to be none
 */
export function connectionOf(address: QueueAddress, retry: () => number | null): RedisOptions {
  const { tls, ...others } = address;
  return {
    ...others,
    // Both kinds of addresses, whichever answers.
    family: 0,
    ...(tls && { tls: {} }),
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: retry,
  };
}

/** What all connections to a queue have in common; what the package would print of the server is left out. */
export const queueOptions = { prefix: QUEUE.prefix, skipVersionCheck: true } as const;

/**
 * Reach a queue at once, or not at all.
 * @param retry after a connection that was there is lost; default never
 * @throws ResourceError that says what is wrong
 */
export async function reachQueue(
  address: QueueAddress,
  { Queue: Queues }: QueuePackage,
  retry: () => number | null = () => null,
): Promise<Queue> {
  let reached = false;
  const errors: unknown[] = [];
  const queue = new Queues(QUEUE.name, {
    ...queueOptions,
    connection: connectionOf(address, () => (reached ? retry() : null)),
    streams: { events: { maxLen: EVENTS_KEPT } },
  });
  queue.on('error', (error) => errors.push(error));
  try {
    await queue.waitUntilReady();
    // A database that does not exist is told as an error, and another one used.
    if (errors.length > 0) throw errors[0];
    await queue.getJobCountByTypes('waiting');
  } catch (error) {
    await queue.close();
    throw queueFault(errors[0] ?? error, address);
  }
  reached = true;
  queue.removeAllListeners('error').on('error', () => undefined);
  return queue;
}
