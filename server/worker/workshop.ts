import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { TemplateBank } from '../../src/body/conductor/template-bank.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { TemplateRequest } from '../../src/body/synthesis/synthesizer.js';
import { packageFolder } from '../package-info.js';
import type * as tasks from './tasks.js';
import type { Outcome } from './worker-entry.js';
import { revived } from '../../src/ground/signal/tellable.js';

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly transferList?: Transferable[];
}

/** The compiled entry of the worker threads, or null where only sources are there. */
function entryFile(): string | null {
  const beside = new URL('./worker-entry.js', import.meta.url);
  const built = new URL('dist/server/worker/worker-entry.js', packageFolder());
  const found = [beside, built].find((url) => existsSync(url));
  return found ? fileURLToPath(found) : null;
}

/**
 * Two worker threads for what must not hold up the stream: one calibrates, one derives templates, so that a
 * dial answers while a calibration runs. Where nothing was compiled the work is done on the spot.
 */
export class Workshop {
  private readonly calibrating: Piscina | undefined;
  private readonly deriving: Piscina | undefined;
  private warmed: Promise<unknown> | undefined;

  /** @param filename entry of the threads; null does all work on the spot */
  constructor(filename: string | null = entryFile()) {
    if (filename === null) return;
    // Threads stay: what they keep makes the next calibration and the next templates quick.
    const options = { filename, maxThreads: 1, idleTimeout: Infinity };
    this.calibrating = new Piscina({ ...options, minThreads: 1 });
    this.deriving = new Piscina({ ...options, minThreads: 0 });
  }

  /** Run the scripted calibration and train; `onProgress` is told the share done. */
  async calibrate(
    task: Omit<tasks.CalibrationTask, 'progress'>,
    onProgress: (share: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<tasks.Calibrated> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', (share) => typeof share === 'number' && onProgress(share));
    port1.unref();
    try {
      const work = { ...task, progress: port2 };
      return await run(this.calibrating, 'runCalibration', (here) => here.runCalibration, work, {
        signal,
        transferList: [port2],
      });
    } finally {
      port1.close();
    }
  }

  /** Train on recordings. */
  train(task: tasks.TrainingTask, signal?: AbortSignal): Promise<tasks.Trained> {
    return run(this.calibrating, 'runTraining', (here) => here.runTraining, task, { signal });
  }

  /** Derive the templates that a synthesizer asks for. */
  derive(request: TemplateRequest): Promise<TemplateBank> {
    return run(this.deriving, 'deriveTemplates', (here) => here.deriveTemplates, request);
  }

  /** Derive the templates of a body that is fresh. */
  deriveFresh(scenario: Scenario): Promise<TemplateBank> {
    return run(this.deriving, 'deriveFresh', (here) => here.deriveFresh, scenario);
  }

  /** Begin with what the calibration of a scenario needs first, while the caller is still busy loading. */
  prepare(scenario: Scenario): void {
    if (!this.calibrating) return;
    // What goes wrong is told by the calibration itself.
    run(this.calibrating, 'deriveFresh', (here) => here.deriveFresh, scenario).catch(() => undefined);
  }

  /** Get ready to derive templates of bodies like this one, where there is a thread for it. */
  warm(scenario: Scenario): void {
    this.warmed ??= this.deriving && this.deriveFresh(scenario).catch(() => undefined); // Told when it matters.
  }

  async close(): Promise<void> {
    await Promise.all([this.calibrating?.destroy(), this.deriving?.destroy()]);
  }
}

async function run<Task, Value>(
  pool: Piscina | undefined,
  name: string,
  work: (here: typeof tasks) => (task: Task) => Value | Promise<Value>,
  task: Task,
  { signal, transferList = [] }: RunOptions = {},
): Promise<Value> {
  if (!pool) {
    const here = await import('./tasks.js');
    // After what is already waiting, so that the caller has returned before the thread is busy.
    await new Promise(setImmediate);
    signal?.throwIfAborted();
    return work(here)(task);
  }
  const threads: Piscina<Task, Outcome<Value>> = pool;
  const outcome = await threads.run(task, { name, transferList, ...(signal && { signal }) });
  if ('value' in outcome) return outcome.value;
  throw revived(outcome.failure);
}
