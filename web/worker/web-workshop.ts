import type { TemplateBank } from '../../src/body/conductor/template-bank.js';
import type { TemplateRequest } from '../../src/body/synthesis/synthesizer.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import { valueOf } from '../../src/patient/outcome.js';
import type { Workshop } from '../../src/patient/ports.js';
import type { Calibrated, CalibrationTask, Trained, TrainingTask } from '../../src/patient/workshop-tasks.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Made, Said, Work } from './workshop-worker.js';

/** A Web Worker, as far as it must be known here. */
export interface WorkerLike {
  postMessage(work: Work): void;
  onmessage: ((event: MessageEvent<Said>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

type Name = Work['name'];
type TaskOf<N extends Name> = Extract<Work, { name: N }>['task'];

/**
 * Two Web Workers for what must not hold up the stream: one calibrates and trains, one derives templates, so that a
 * dial answers while a calibration runs. Work that is aborted ends with its worker, at once, and a new one takes its
 * place: nothing else can stop a computation.
 */
export class WebWorkshop implements Workshop {
  private readonly calibrating: Bench;
  private readonly deriving: Bench;
  private warmed: Promise<unknown> | undefined;

  constructor(start: () => WorkerLike) {
    this.calibrating = new Bench(start);
    this.deriving = new Bench(start);
  }

  calibrate(
    task: CalibrationTask,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Calibrated> {
    return this.calibrating.do('runCalibration', task, signal, onProgress);
  }

  train(task: TrainingTask, signal: AbortSignal): Promise<Trained> {
    return this.calibrating.do('runTraining', task, signal);
  }

  derive(task: TemplateRequest, signal: AbortSignal): Promise<TemplateBank> {
    return this.deriving.do('deriveRequested', task, signal);
  }

  deriveFresh(task: Scenario, signal: AbortSignal): Promise<TemplateBank> {
    return this.deriving.do('deriveFresh', task, signal);
  }

  warm(scenario: Scenario): void {
    const { signal } = new AbortController();
    this.warmed ??= this.deriveFresh(scenario, signal).catch(() => undefined); // Told when it matters.
  }
}

/** One Web Worker, started when it is first needed, and what waits for it. */
class Bench {
  private worker: WorkerLike | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly start: () => WorkerLike) {}

  /** Do work after what was asked for before. */
  async do<N extends Name>(
    name: N,
    task: TaskOf<N>,
    signal: AbortSignal,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<Made<N>> {
    const work = this.last.then(() => this.now<N>({ name, task } as Work, signal, onProgress));
    this.last = work.catch(() => undefined);
    // What is aborted while it waits need not wait to be told.
    return Promise.race([work, aborted(signal)]);
  }

  private now<N extends Name>(
    work: Work,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<Made<N>> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const worker = (this.worker ??= this.start());
      const drop = (reason: unknown): void => {
        worker.terminate();
        this.worker = undefined;
        reject(reason);
      };
      const abort = (): void => drop(signal.reason);
      signal.addEventListener('abort', abort, { once: true });
      worker.onmessage = ({ data }) => {
        if ('share' in data) return onProgress(data.share);
        signal.removeEventListener('abort', abort);
        try {
          // What comes back is what this very work makes.
          resolve(valueOf(data.outcome) as Made<N>);
        } catch (error) {
          reject(error);
        }
      };
      worker.onerror = ({ message }) => {
        signal.removeEventListener('abort', abort);
        drop(
          new StreamError(`the workshop cannot work: ${message || 'its script did not load'}`, {
            hint: 'Load the page again.',
          }),
        );
      };
      worker.postMessage(work);
    });
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
}
