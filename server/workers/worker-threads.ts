import { MessageChannel } from 'node:worker_threads';
import type { TemplateRequest } from '../../src/body/synthesis/synthesizer.js';
import type { TemplateBank } from '../../src/body/conductor/template-bank.js';
import type { Workshop } from '../../src/patient/ports.js';
import type { Calibrated, CalibrationTask, Trained, TrainingTask } from '../../src/patient/workshop-tasks.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { compiledEntry } from '../package-info.js';
import { valueOf, type Outcome } from '../../src/patient/outcome.js';
import type * as entry from './worker-entry.js';
import { ThreadPool } from './thread-pool.js';
import type { Posted } from './worker-entry.js';

/**
 * Two worker threads for what must not hold up the stream: one calibrates and trains, one derives templates, so
 * that a dial answers while a calibration runs. Work that is aborted ends with its thread, at once, and a new
 * thread takes its place: nothing else can stop a computation. Where nothing was compiled the work is done on
 * the spot.
 */
export class WorkerThreads implements Workshop {
  private readonly calibrating: ThreadPool | undefined;
  private readonly deriving: ThreadPool | undefined;
  private warmed: Promise<unknown> | undefined;
  /** Ends what was begun before anybody asked for it. */
  private readonly preparing = new AbortController();

  /**
   * @param filename entry of the threads; null does all work on the spot
   * @param restMs how long a thread without work stays, in milliseconds. For ever makes the next templates quick, by what
   * it keeps; ending it gives its memory back
   */
  constructor(
    filename = compiledEntry(new URL('./worker-entry.js', import.meta.url)) ?? null,
    restMs = Infinity,
  ) {
    if (filename === null) return;
    this.calibrating = new ThreadPool(filename, 1, restMs);
    if (!Number.isFinite(restMs)) this.calibrating.open();
    this.deriving = new ThreadPool(filename, 1, restMs);
  }

  async calibrate(
    task: CalibrationTask,
    onProgress: (share: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<Calibrated> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', (share) => typeof share === 'number' && onProgress(share));
    port1.unref();
    // Who does not want the calibration any more does not want what was prepared for it either.
    signal?.addEventListener('abort', () => this.preparing.abort());
    try {
      return await run(
        this.calibrating,
        'runCalibration',
        (here) => here.runCalibration,
        { task, progress: port2 },
        signal,
      );
    } finally {
      port1.close();
    }
  }

  train(task: TrainingTask, signal?: AbortSignal): Promise<Trained> {
    return run(this.calibrating, 'runTraining', (here) => here.runTraining, { task }, signal);
  }

  derive(task: TemplateRequest, signal?: AbortSignal): Promise<TemplateBank> {
    return run(this.deriving, 'deriveRequested', (here) => here.deriveRequested, { task }, signal);
  }

  deriveFresh(task: Scenario, signal?: AbortSignal): Promise<TemplateBank> {
    return run(this.deriving, 'deriveFresh', (here) => here.deriveFresh, { task }, signal);
  }

  /** Begin with what the calibration of a scenario needs first, while the caller is still busy loading. */
  prepare(task: Scenario): void {
    // What goes wrong is told by the calibration itself.
    if (!this.calibrating) return;
    const { signal } = this.preparing;
    run(this.calibrating, 'deriveFresh', (here) => here.deriveFresh, { task }, signal).catch(() => undefined);
  }

  /** Get ready to derive templates of bodies like this one, where there is a thread for it. */
  warm(scenario: Scenario): void {
    this.warmed ??= this.deriving && this.deriveFresh(scenario).catch(() => undefined); // Told when it matters.
  }

  async close(): Promise<void> {
    await Promise.all([this.calibrating?.close(), this.deriving?.close()]);
  }
}

async function run<Task, Value>(
  pool: ThreadPool | undefined,
  name: keyof typeof entry,
  work: (here: typeof entry) => (posted: Posted<Task>) => Promise<Outcome<Value>>,
  posted: Posted<Task>,
  signal?: AbortSignal,
): Promise<Value> {
  const outcome = await (pool
    ? posting<Task, Value>(pool, name, posted, signal)
    : onTheSpot(work, posted, signal));
  return valueOf(outcome);
}

function posting<Task, Value>(
  pool: ThreadPool,
  name: string,
  posted: Posted<Task>,
  signal?: AbortSignal,
): Promise<Outcome<Value>> {
  const transferList = posted.progress ? [posted.progress] : [];
  return pool.run(posted, { name, transferList, ...(signal && { signal }) });
}

async function onTheSpot<Task, Value>(
  work: (here: typeof entry) => (posted: Posted<Task>) => Promise<Outcome<Value>>,
  posted: Posted<Task>,
  signal?: AbortSignal,
): Promise<Outcome<Value>> {
  const here = await import('./worker-entry.js');
  // After what is already waiting, so that the caller has returned before the thread is busy.
  await new Promise(setImmediate);
  signal?.throwIfAborted();
  return work(here)(posted);
}
