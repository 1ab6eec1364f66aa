import { VirtualTimeScheduler } from 'rxjs';
import type { TemplateBank } from '../../../src/body/conductor/template-bank.js';
import type { OpenRecording, SessionHost, Workshop } from '../../../src/patient/ports.js';
import {
  deriveFresh,
  deriveRequested,
  runCalibration,
  runTraining,
  type TaskHost,
} from '../../../src/patient/workshop-tasks.js';

/** A piece of work that was asked for, and is done when the test says so. */
export interface Job {
  readonly name: keyof Workshop;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
  /** Do it, and let everyone who waits for it go on. */
  finish(): Promise<void>;
  fail(error: unknown): Promise<void>;
}

/** Whatever waits for promises goes on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}

const here: TaskHost = { loadClassifier: () => Promise.reject(new Error('no modules here')) };

/** A host in virtual time, whose workshop does nothing by itself. */
export class FakeHost {
  readonly jobs: Job[] = [];
  readonly recordings: { readonly file: string; readonly indices: number[]; closed: boolean }[] = [];
  readonly logged: unknown[] = [];
  /** Lets recordings be opened, where a test holds them back. */
  opens: Promise<void> = Promise.resolve();
  /** Why recordings cannot be finished. */
  failure: Error | undefined;
  /** How long the machine slept: timers know nothing of it. */
  asleepMs = 0;
  private readonly scheduler = new VirtualTimeScheduler(undefined, 0);

  get ports(): SessionHost {
    const { scheduler } = this;
    const workshop: Workshop = {
      calibrate: (task, onProgress, signal) =>
        this.job('calibrate', signal, () => runCalibration(task, here), onProgress),
      train: (task, signal) => this.job('train', signal, () => runTraining(task, here)),
      derive: (request, signal) => this.job('derive', signal, () => deriveRequested(request)),
      deriveFresh: (scenario, signal) =>
        this.job<TemplateBank>('deriveFresh', signal, () => deriveFresh(scenario)),
      warm: () => undefined,
    };
    return {
      workshop,
      recordings: { formats: ['csv', 'npz'], open: (format) => this.open(format) },
      version: '1.2.3',
      scheduler,
      now: () => scheduler.now() + this.asleepMs,
      log: (error) => this.logged.push(error),
    };
  }

  /** Let time go by. */
  async pass(ms: number): Promise<void> {
    const { scheduler } = this;
    scheduler.maxFrames += ms;
    // Virtual time stands at the last thing that was due: something is due at the end.
    scheduler.schedule(() => undefined, scheduler.maxFrames - scheduler.now());
    scheduler.flush();
    await settled();
  }

  /** The newest piece of work of a name. */
  newest(name: keyof Workshop): Job {
    const found = this.jobs.findLast((job) => job.name === name);
    if (!found) throw new Error(`${name} was never asked for`);
    return found;
  }

  private job<Value>(
    name: keyof Workshop,
    signal: AbortSignal,
    work: () => Value | Promise<Value>,
    onProgress: (share: number) => void = () => undefined,
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      this.jobs.push({
        name,
        signal,
        onProgress,
        finish: async () => {
          resolve(await work());
          await settled();
        },
        fail: async (error) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          await settled();
        },
      });
    });
  }

  private async open(format: string): Promise<OpenRecording> {
    await this.opens;
    const recording = { file: `${this.recordings.length}.${format}`, indices: [] as number[], closed: false };
    this.recordings.push(recording);
    return {
      file: recording.file,
      write: ({ index }) => void recording.indices.push(index),
      annotate: () => undefined,
      close: () => {
        recording.closed = true;
        return this.failure ? Promise.reject(this.failure) : Promise.resolve(`/${recording.file}`);
      },
    };
  }
}
