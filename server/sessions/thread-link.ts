import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { ResourceError, MyodesisError, StreamError } from '../../src/ground/signal/errors.js';
import { compiledEntry } from '../package-info.js';
import type { SessionPlan } from './session-plan.js';
import type { FromThread, ToThread } from './thread-messages.js';

/**
 * Most memory for the objects of one session's thread, in MB; beyond it the thread ends, and with it that session alone.
 * Signals and templates lie outside of it.
 */
const HEAP_MB = 512;
/** How long a session may take to finish its recordings before its thread is ended, in milliseconds. */
const FINISH_MS = 10_000;
/** How often it is seen whether a thread has said anything, in milliseconds. */
const LISTEN_MS = 10_000;
/** Times without a word after which it is given up. They are counted, so that a stop of the whole process is none. */
const SILENT_ROUNDS = 6;

/** Told by a {@link ThreadLink}. */
export interface ThreadEars {
  hear(said: FromThread): void;
  /** The thread has ended without being asked to. */
  died(error: MyodesisError): void;
}

/** The thread that one session lives in, and the port to it. Where nothing was compiled the session lives in this thread. */
export class ThreadLink {
  private readonly port: MessagePort;
  private readonly worker: Worker | undefined;
  private ended = false;
  private finished: (() => void) | undefined;
  private silentRounds = 0;
  private listening: NodeJS.Timeout | undefined;

  /** @throws ResourceError where the system gives no further thread */
  constructor(
    plan: SessionPlan,
    name: string,
    private readonly ears: ThreadEars,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.on('message', (said: FromThread) => this.hear(said));
    const entry = compiledEntry(new URL('./session-thread.js', import.meta.url));
    if (entry === undefined) {
      void import('./session-thread.js').then(({ live }) => live({ plan, port: port2 }));
      return;
    }
    try {
      this.worker = new Worker(entry, {
        name,
        workerData: { plan, port: port2 },
        transferList: [port2],
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      });
    } catch (error) {
      port1.close();
      throw ResourceError.from(error, 'a thread for the session');
    }
    this.worker.on('error', (error) => this.die(reasonOf(error)));
    this.listening = setInterval(() => this.listen(), LISTEN_MS).unref();
    this.worker.on('exit', () => this.die(new StreamError('session: its thread ended', { hint: AGAIN })));
  }

  post(asked: ToThread): void {
    this.port.postMessage(asked);
  }

  /** End the session in peace, with its recordings finished; or else without. */
  async close(): Promise<void> {
    if (this.ended) return;
    const finished = new Promise<void>((resolve) => (this.finished = resolve));
    this.post({ do: 'close' });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, FINISH_MS)));
    await Promise.race([finished, late]);
    clearTimeout(timer);
    await this.stop();
  }

  /** End the thread at once. */
  async stop(): Promise<void> {
    this.letGo();
    await this.worker?.terminate();
  }

  private hear(said: FromThread): void {
    if (this.ended) return;
    this.silentRounds = 0;
    this.ears.hear(said);
    if (said.say === 'closed') this.finished?.();
  }

  private die(error: MyodesisError): void {
    if (this.ended) return;
    this.letGo();
    this.finished?.();
    this.ears.died(error);
  }

  private letGo(): void {
    this.ended = true;
    clearInterval(this.listening);
    this.port.close();
  }

  private listen(): void {
    if (++this.silentRounds <= SILENT_ROUNDS) return;
    this.die(new StreamError('session: its thread hangs: it said nothing for a minute', { hint: AGAIN }));
    void this.worker?.terminate();
  }
}

const AGAIN = 'Connect again, or ask for another session.';

function reasonOf(error: unknown): MyodesisError {
  if (error instanceof MyodesisError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (outOfMemory)
    return new StreamError(`session: it ran out of memory, got more than ${HEAP_MB} MB of objects`, {
      hint: 'Make its scenario smaller: fewer units, channels or repetitions of the calibration.',
      cause: error,
    });
  return new StreamError(`session: it failed: ${message}`, { hint: AGAIN, cause: error });
}
