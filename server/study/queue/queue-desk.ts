import type { Queue, QueueEvents } from 'bullmq';
import { filter, firstValueFrom, merge, ReplaySubject, Subject, timer } from 'rxjs';
import type { MyodesisError } from '../../../src/ground/signal/errors.js';
import { stopped } from '../../../src/study/job.js';
import { addressText, type QueueAddress } from './queue-address.js';
import { queueFault } from './queue-fault.js';
import { failureOf, QUEUE, type QueueMessage } from './queue-message.js';
import type { QueuePackage } from './queue-package.js';
import { connectionOf, queueOptions, reachQueue, RETRY_MS } from './reach-queue.js';

/** Time from one look at a task to the next where nothing is heard of it, in milliseconds: events may be lost. */
const LOOK_MS = 2000;
/** How long what nobody collects is kept, in seconds. */
const KEPT_S = 7 * 24 * 3600;
/** How often a task is tried where its thread dies. */
const ATTEMPTS = 3;

/** What is told of a queue while it is used. */
export interface DeskOptions {
  readonly onNotice: (text: string) => void;
  /** How long a queue that was lost is waited for, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * Where tasks are handed in, and their results collected. A task is known by its key: who hands in one that is there
 * waits for the same result, and one that has vanished, with a Redis that forgot, is handed in again.
 */
export class QueueDesk {
  /** Why it is over, as soon as it is. */
  readonly over$ = new ReplaySubject<MyodesisError>(1);
  private readonly finished$ = new Subject<string>();
  /** Tasks that were handed in and not collected. */
  private readonly pending = new Set<string>();
  private lostAt: number | undefined;
  private fault: MyodesisError | undefined;

  private constructor(
    private readonly queue: Queue,
    private readonly events: QueueEvents,
  ) {
    events.on('completed', ({ jobId }) => this.finished$.next(jobId));
    events.on('failed', ({ jobId }) => this.finished$.next(jobId));
    events.on('error', () => undefined);
  }

  /** @throws ResourceError where there is no queue, or none that can be used */
  static async open(
    address: QueueAddress,
    bullmq: QueuePackage,
    { onNotice, patienceMs }: DeskOptions,
  ): Promise<QueueDesk> {
    const retry = (): number | null =>
      Date.now() - (desk.lostAt ?? Date.now()) < patienceMs ? RETRY_MS : null;
    const queue = await reachQueue(address, bullmq, retry);
    const connection = connectionOf(address, () => (desk.fault ? null : RETRY_MS));
    // From the oldest that is kept: none is missed while the connection is made, and old ones cost a look.
    const from = { lastEventId: '0-0' };
    const events = new bullmq.QueueEvents(QUEUE.name, { ...queueOptions, ...from, connection });
    const desk = new QueueDesk(queue, events);
    const client = await queue.client;
    const name = `the queue at ${addressText(address)}`;
    client.on('close', () => {
      if (desk.lostAt !== undefined || desk.fault) return;
      desk.lostAt = Date.now();
      onNotice(`${name} was lost; it is waited for.`);
    });
    client.on('ready', () => {
      desk.lostAt = undefined;
      onNotice(`${name} is there again.`);
    });
    client.on('end', () => {
      const told = `, and was not there again within ${patienceMs / 1000} s; what is done is kept`;
      desk.end(queueFault(new Error('disconnected'), address, told));
    });
    return desk;
  }

  /** How many workers are there. */
  workers(): Promise<number> {
    return this.queue.getWorkersCount();
  }

  /**
   * Hand in a task and wait for what comes back.
   * @param name of the job
   * @throws what the worker says of a task that failed, or why the queue is over
   */
  async result(name: string, key: string, message: QueueMessage): Promise<string> {
    this.pending.add(key);
    let own = false;
    for (;;) {
      if (this.fault) throw this.fault;
      // Listened for before it is looked, so that nothing falls between.
      const news = this.newsOf(key);
      const state = await this.queue.getJobState(key);
      if (state === 'completed' || state === 'failed') {
        const job = await this.queue.getJob(key);
        await job?.remove();
        if (job && state === 'completed') {
          this.pending.delete(key);
          return String(job.returnvalue);
        }
        // What failed in an earlier run is tried again.
        if (job && own) throw failureOf(job.failedReason);
      }
      if (state === 'unknown' || state === 'failed') {
        own = true;
        await this.queue.add(name, message, {
          jobId: key,
          attempts: ATTEMPTS,
          removeOnComplete: { age: KEPT_S },
          removeOnFail: { age: KEPT_S },
        });
      }
      await news;
    }
  }

  /** Take back what nobody works on yet, and leave. What is in hand is done, and waits to be collected. */
  async close(): Promise<void> {
    const lost = this.lostAt !== undefined;
    this.end(stopped('the queue was left'));
    if (lost) (await this.queue.client).disconnect();
    else {
      await Promise.allSettled([...this.pending].map((key) => this.takeBack(key)));
      await this.queue.close();
    }
    await this.events.close();
  }

  private async takeBack(key: string): Promise<void> {
    if ((await this.queue.getJobState(key)) === 'waiting') await this.queue.remove(key);
  }

  private newsOf(key: string): Promise<unknown> {
    const own$ = this.finished$.pipe(filter((id) => id === key));
    return firstValueFrom(merge(own$, this.over$, timer(LOOK_MS)));
  }

  private end(fault: MyodesisError): void {
    if (this.fault) return;
    this.fault = fault;
    this.over$.next(fault);
  }
}
