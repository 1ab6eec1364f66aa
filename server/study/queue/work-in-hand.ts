import { hostname } from 'node:os';
import { BehaviorSubject } from 'rxjs';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { studyPersonJob, type StudyPersonTask } from '../../../src/study/plan/study-person.js';
import type { ThreadPool } from '../../workers/thread-pool.js';
import { fromKeptJson, toKeptJson } from '../kept-json.js';
import { inThread, jobThreads } from '../pool.js';
import { loadClassifier } from '../study-host.js';
import { parseQueueMessage } from './queue-message.js';
import { SameVersion } from './same-version.js';

const job = studyPersonJob(loadClassifier);

/** The tasks that a worker is at, each in a thread of its own. */
export class WorkInHand {
  /** How many there are. */
  readonly count$ = new BehaviorSubject(0);
  /** How many were done. */
  done = 0;
  private readonly threads: ThreadPool | undefined;
  private readonly version = new SameVersion(`the worker on ${hostname()}`);

  /** @param threads 0 to work where this is called */
  constructor(threads: number) {
    if (threads > 0) this.threads = jobThreads(threads);
  }

  /**
   * Do a task.
   * @param name of the job, as it stands in the queue
   * @returns the result as text, and whose it is
   * @throws StreamError on what is no task of a study, or of another version; ResourceError where its thread died
   */
  async work(name: string, data: unknown): Promise<{ readonly person: number; readonly result: string }> {
    this.count$.next(this.count$.value + 1);
    try {
      const { computedBy, task: text } = parseQueueMessage(data);
      // The only job that others may ask for: some write files.
      if (name !== job.name)
        throw new StreamError(`got the job ${JSON.stringify(name)}, expected ${job.name}`, {
          hint: 'Use a Redis, or a database of it, that no other program puts tasks into.',
        });
      // Before the task is understood: that of another version may be another.
      await this.version.require(computedBy.split(' ')[0] ?? '');
      const task = fromKeptJson(text) as StudyPersonTask;
      await this.version.require(
        computedBy,
        task.decoders.flatMap(({ module }) => (module ? [module.module] : [])),
      );
      const result = await (this.threads ? inThread(this.threads, job)(task) : job.work(task));
      this.done++;
      return { person: result.person, result: toKeptJson(result) };
    } finally {
      this.count$.next(this.count$.value - 1);
    }
  }

  /** End all threads, with what they are at. */
  async close(): Promise<void> {
    await this.threads?.close();
  }
}
