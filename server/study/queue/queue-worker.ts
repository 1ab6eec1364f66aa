import { BehaviorSubject, combineLatest, filter, firstValueFrom } from 'rxjs';
import { ResourceError } from '../../../src/ground/signal/errors.js';
import type { CommandContext } from '../../cli/context.js';
import { stopped } from '../../cli/stopped.js';
import { addressText, type QueueAddress } from './queue-address.js';
import { failureOf, failureText, QUEUE } from './queue-message.js';
import { queuePackage } from './queue-package.js';
import { connectionOf, queueOptions, reachQueue } from './reach-queue.js';
import { WorkInHand } from './work-in-hand.js';

/** Time from one try to reach a queue that was lost to the next, in milliseconds; a worker never gives up. */
const RETRY_MS = 1000;
const LOOK_MS = 5000;
/** Workers that may die over a task before it is given up. */
const DEATHS = 3;

/** How a worker works. */
export interface WorkerOptions {
  /**
   * Tasks that are worked on at a time, each in a thread of its own; 0 for one at a time where this is called, which
   * must be shorter than `lostAfterMs`: nothing is heard of this worker meanwhile.
   */
  readonly threads: number;
  /** After so long without a word, in milliseconds, a worker is taken for dead; another does its tasks again. */
  readonly lostAfterMs: number;
  /** Time from one look for dead workers to the next, in milliseconds; the second look after a death finds it. */
  readonly lookMs?: number;
}

/**
 * Work for a queue until told to stop; then no more is taken, and what is in hand is done.
 *
 * @returns how many tasks were done
 * @throws ResourceError where there is no such queue, or where it is away when the worker is told to stop
 */
export async function workFor(
  address: QueueAddress,
  { threads, lostAfterMs, lookMs = LOOK_MS }: WorkerOptions,
  { terminal, stop }: CommandContext,
): Promise<number> {
  const bullmq = await queuePackage();
  await (await reachQueue(address, bullmq)).close();
  const hand = new WorkInHand(threads);
  const worker = new bullmq.Worker<unknown, string>(
    QUEUE.name,
    async ({ name, data }) => {
      try {
        const { person, result } = await hand.work(name, data);
        terminal.out(`person ${person} is done\n`);
        return result;
      } catch (error) {
        const text = failureText(error);
        // Another thread, or another machine, may have what this one lacked.
        throw error instanceof ResourceError ? new Error(text) : new bullmq.UnrecoverableError(text);
      }
    },
    {
      ...queueOptions,
      connection: connectionOf(address, () => RETRY_MS),
      concurrency: Math.max(1, threads),
      lockDuration: lostAfterMs,
      stalledInterval: lookMs,
      maxStalledCount: DEATHS,
      runRetryDelay: RETRY_MS,
    },
  );
  const note = (text: string): void => terminal.err(`note: ${text}\n`);
  const name = `the queue at ${addressText(address)}`;
  const lost$ = new BehaviorSubject(false);
  // Of the connection itself `close` and `ready` tell, once for each change.
  worker.on('error', () => undefined);
  worker.on('failed', (_, { message }) => note(`a task failed: ${failureOf(message).message}`));
  worker.on('stalled', () => note('a worker was lost; its task is done again.'));
  const client = await worker.client;
  client.on('close', () => {
    if (!lost$.value && !worker.closing) note(`${name} was lost; it is waited for.`);
    lost$.next(true);
  });
  client.on('ready', () => {
    note(`${name} is there again.`);
    lost$.next(false);
  });
  await worker.waitUntilReady();
  terminal.out(
    `works for ${addressText(address)}, tasks at a time: ${threads}; Ctrl-C ends when they are done\n`,
  );
  await stopped(stop);
  await worker.pause(true);
  if (hand.count$.value > 0) note(`no more is taken; tasks in hand: ${hand.count$.value}.`);
  const [, lost] = await firstValueFrom(
    combineLatest([hand.count$, lost$]).pipe(filter(([count, gone]) => count === 0 || gone)),
  );
  await worker.close(lost);
  await hand.close();
  if (lost)
    throw new ResourceError(`${name} is away, so that what was in hand could not be handed in`, {
      hint: 'Nothing is lost: other workers do it again as soon as the queue is there.',
    });
  return hand.done;
}
