import type { Observable, SchedulerLike } from 'rxjs';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import type { TemplateRequest } from '../body/synthesis/synthesizer.js';
import type { Truth } from '../body/synthesis/truth.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Clock } from '../pipeline/clock.js';
import type { SteppedClock } from '../pipeline/stepped-clock.js';
import type { RecordedFormat } from '../protocol/recorded-formats.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Calibrated, CalibrationTask, Trained, TrainingTask } from './workshop-tasks.js';

/**
 * What a patient needs of the place it lives in: a service, a Web Worker, a test. When blocks are due is a
 * `Clock` of the pipeline.
 */

/**
 * Does what must not hold up the stream, elsewhere: in worker threads, in Web Workers. Aborted work rejects and
 * holds nothing up from then on, however long it would have taken.
 */
export interface Workshop {
  /** Run the scripted calibration of a scenario and train; `onProgress` is told the share done, 0 to 1. */
  calibrate(
    task: CalibrationTask,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Calibrated>;
  /** Train on recordings. */
  train(task: TrainingTask, signal: AbortSignal): Promise<Trained>;
  /** Derive the templates that a running synthesizer asks for. */
  derive(request: TemplateRequest, signal: AbortSignal): Promise<TemplateBank>;
  /** Derive the templates of a body that is fresh. */
  deriveFresh(scenario: Scenario, signal: AbortSignal): Promise<TemplateBank>;
  /** Get ready to derive templates of bodies like this one. */
  warm(scenario: Scenario): void;
}

/** The signal that a recording is made of. */
export interface RecordedSignal {
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Muscles whose truth comes along; absent where no truth is known. */
  readonly muscleNames?: readonly string[];
}

/** Takes recordings of the running signal: files of a folder, downloads of a page. */
export interface RecordingSink {
  /** Formats that it can write. */
  readonly formats: readonly RecordedFormat[];
  /**
   * Begin a recording under a name of its own.
   * @throws StreamError where it cannot be begun
   */
  open(format: RecordedFormat, signal: RecordedSignal): Promise<OpenRecording>;
}

/** A recording under way. Blocks follow one another; where the index jumps, samples are missing. */
export interface OpenRecording {
  readonly file: string;
  /** Add a block; a promise where it is not yet safe. */
  write(block: SampleBlock, truth: Truth | undefined): void | Promise<void>;
  /** Put a text at an absolute sample index. */
  annotate(index: number, text: string): void;
  /** Finish it. @returns address where it can be had */
  close(): Promise<string>;
}

/** An outside model that decides in a live stream. */
export interface LiveModel {
  readonly model: OutsideModel;
  /** What people should know of it: where to connect, who came, went, failed. */
  readonly notices$: Observable<string>;
  /** Path of its module, where it is one that can be measured on a calibration. */
  readonly module?: string;
}

/** What a session gets from the place it runs in. */
export interface SessionHost {
  readonly workshop: Workshop;
  readonly recordings: RecordingSink;
  /** Version of the product, as clients are told it. */
  readonly version: string;
  /** When blocks are due; real time by default, and with a stepped clock whenever `step` is requested. */
  readonly clock?: Clock | SteppedClock;
  /** What timers run on; a virtual one in tests. */
  readonly scheduler?: SchedulerLike;
  /** Milliseconds that never go back, fine enough to time a block; `performance.now` by default. */
  readonly now?: () => number;
  /** Told of defects, with their stack. */
  readonly log?: (error: unknown) => void;
}
