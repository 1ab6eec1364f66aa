import { Worker } from 'node:worker_threads';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { compiledEntry } from '../../package-info.js';
import { limits } from '../limits.js';
import type { Answer, Contents, Question } from './hdf5-messages.js';

/** A thread that nobody uses; the next file is opened in it. One that met an error never comes here. */
let idle: Worker | undefined;

function takeThread(path: string): Worker {
  const taken = idle;
  idle = undefined;
  if (taken) {
    taken.ref();
    return taken;
  }
  const entry = compiledEntry(new URL('./hdf5-thread.js', import.meta.url));
  if (entry === undefined)
    throw new StreamError(`${path}: HDF5 is read by a thread that was not compiled`, {
      hint: 'Run "npm run build:server" first.',
    });
  // The library would print a page of its own on any file that it cannot read. Its output is not listened to either:
  // that would keep the process from ending.
  const thread = new Worker(entry, { stdout: true, stderr: true });
  // One that dies while nobody asks it anything must not end the process; whoever asks next is told that it ended.
  thread.on('error', () => undefined);
  return thread;
}

/**
 * One HDF5 file, opened by the library in a thread. After an error, or where an answer takes too long, the thread ends
 * and takes the library's memory with it, so that a damaged file spoils no other.
 */
export class Hdf5Session {
  private broken = false;

  private constructor(
    private readonly path: string,
    private readonly thread: Worker,
  ) {}

  /**
   * Open a file and tell what it holds.
   * @throws StreamError where it is damaged
   */
  static async open(path: string): Promise<{ session: Hdf5Session; contents: Contents }> {
    const session = new Hdf5Session(path, takeThread(path));
    const contents = await session.ask<Contents>({ ask: 'open', path }, path);
    return { session, contents };
  }

  /** Numbers of a box of a dataset, in C order. */
  numbers(name: string, from: readonly number[], count: readonly number[]): Promise<Float64Array> {
    return this.ask({ ask: 'numbers', name, from, count }, `${this.path}: ${name}`);
  }

  texts(name: string): Promise<string[]> {
    return this.ask({ ask: 'texts', name }, `${this.path}: ${name}`);
  }

  async close(): Promise<void> {
    if (this.broken) return;
    await this.ask({ ask: 'close' }, this.path);
    if (idle) return void (await this.thread.terminate());
    this.thread.unref();
    idle = this.thread;
  }

  private async ask<Value>(question: Question, title: string): Promise<Value> {
    if (this.broken) throw unreadable(title, 'it could not be read any further');
    const { thread } = this;
    const answer = await new Promise<Answer>((resolve) => {
      const settle = (given: Answer): void => {
        clearTimeout(timer);
        // Not all of them: Node's own listeners on a thread must stay, and that for its death.
        thread.off('message', settle).off('error', failed).off('exit', ended);
        resolve(given);
      };
      const failed = (error: unknown): void =>
        settle({ failure: error instanceof Error ? error.message : String(error) });
      const ended = (): void => settle({ failure: 'the library ended' });
      const seconds = limits.answerMs / 1000;
      const timer = setTimeout(
        () => settle({ failure: `the library had no answer within ${seconds} s` }),
        limits.answerMs,
      );
      thread.once('message', settle).once('error', failed).once('exit', ended);
      // One that has ended already answers nothing, and ends no more.
      if (thread.threadId < 0) ended();
      else thread.postMessage(question);
    });
    // A thread of our own: what it answers to a question is what `hdf5-thread` says.
    if ('value' in answer) return answer.value as Value;
    this.broken = true;
    await thread.terminate();
    throw unreadable(title, answer.failure);
  }
}

const saveAgain =
  'Save it again. An interrupted recording of ours lies beside it in a folder that ends in .part.';

/** What went wrong, from the page that the library prints: its innermost cause. */
function unreadable(title: string, failure: string): StreamError {
  const filter = /required filter '([^']*)' is not registered/.exec(failure)?.[1];
  if (filter !== undefined)
    return new StreamError(`${title}: is packed by the filter "${filter}", which is not read`, {
      hint: 'Save it with gzip or without compression, such as "h5repack -f GZIP=4 in.h5 out.h5".',
    });
  if (/checksum|fletcher32|filter returned failure/i.test(failure))
    return new StreamError(
      `${title}: is damaged; its bytes do not agree with their checksum or their packing`,
      {
        hint: saveAgain,
      },
    );
  const causes = [...failure.matchAll(/ in \w+\(\): (.+)/g)].map(([, cause = '']) => cause);
  const innermost = causes.at(-1) ?? failure.split('\n')[0] ?? '';
  return new StreamError(`${title}: is damaged or no HDF5 (${innermost.slice(0, 200)})`, { hint: saveAgain });
}
