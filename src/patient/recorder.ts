import type { ServerMessage } from '../protocol/server-messages.js';
import { StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Truth } from '../body/synthesis/truth.js';
import type { RecordedFormat } from '../protocol/recorded-formats.js';
import type { OpenRecording, RecordedSignal, RecordingSink } from './ports.js';

type RecorderMessage = Extract<ServerMessage, { op: 'recorder' }>;

/** Blocks that may wait to be kept, about 20 s; beyond it the disk has failed us. */
const LONGEST_QUEUE = 1000;

interface Running {
  readonly format: RecordedFormat;
  readonly recording: OpenRecording;
  samples: number;
  readonly sampleRateHz: number;
  waiting: number;
}

/** Records the running signal with its truth; loses nothing, or says that it failed. */
export class Recorder {
  private running: Running | undefined;
  private finished: RecorderMessage = { op: 'recorder', file: null, seconds: 0, url: null };
  /** Settles when the recording that failed is closed. */
  private ending: Promise<void> = Promise.resolve();
  /** Settles when the recording that is being opened is open, or could not be. */
  private begun: Promise<void> | undefined;
  /** Blocks that wait for a recording to be opened. */
  private opening: { readonly block: SampleBlock; readonly truth: Truth | undefined }[] | undefined;

  /**
   * @param tell told of every change of state
   * @param report told of what goes wrong without being asked for
   */
  constructor(
    private readonly sink: RecordingSink,
    private readonly tell: (state: RecorderMessage) => void,
    private readonly report: (error: unknown) => void,
  ) {}

  get state(): RecorderMessage {
    if (!this.running) return this.finished;
    return { op: 'recorder', file: this.running.recording.file, seconds: secondsOf(this.running), url: null };
  }

  /**
   * Begin a recording under a name of its own.
   * @throws StreamError where one is under way or none can be begun
   */
  async start(format: RecordedFormat, signal: RecordedSignal): Promise<void> {
    if (this.running || this.opening)
      throw new StreamError('startRecording: a recording is under way', {
        hint: 'Send {"op":"stopRecording"} first.',
      });
    await (this.begun = this.open(format, signal));
  }

  /** Another signal begins: finish the recording under way, if there is one, and go on in another, from the first block on. */
  async carryOver(signal: RecordedSignal): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.begun = this.open(running.format, signal, this.stop());
    await this.begun.catch((error: unknown) => this.report(error));
  }

  /** Take a block of the running signal. */
  push(block: SampleBlock, truth: Truth | undefined): void {
    const { running, opening } = this;
    if (opening) opening.push({ block, truth });
    if (!running) return;
    try {
      const written = running.recording.write(block, truth);
      running.samples += block.length;
      if (!written) return;
      if (++running.waiting > LONGEST_QUEUE) throw new StreamError('recorder: the disk is too slow');
      written.then(
        () => running.waiting--,
        (error: unknown) => this.fail(running, error),
      );
    } catch (error) {
      this.fail(running, error);
    }
  }

  /** Put a text at a sample. */
  mark(index: number, text: string): void {
    this.running?.recording.annotate(index, text);
  }

  /** Finish the recording, if one is under way. */
  async stop(): Promise<void> {
    // One that is being opened is stopped as soon as it is: nobody would close it later.
    if (this.opening) await this.begun?.catch(() => undefined);
    const { running } = this;
    if (!running) return this.ending;
    this.running = undefined;
    const { file } = running.recording;
    this.finished = { op: 'recorder', file, seconds: secondsOf(running), url: null };
    try {
      const url = await running.recording.close();
      this.finished = { ...this.finished, url };
    } finally {
      this.tell(this.finished);
    }
  }

  /** Blocks that come while it opens are kept. */
  private async open(format: RecordedFormat, signal: RecordedSignal, before?: Promise<void>): Promise<void> {
    const waiting = (this.opening = []);
    try {
      await before;
      const recording = await this.sink.open(format, signal);
      this.running = { format, recording, samples: 0, sampleRateHz: signal.sampleRateHz, waiting: 0 };
    } finally {
      this.opening = undefined;
    }
    this.tell(this.state);
    for (const { block, truth } of waiting) this.push(block, truth);
  }

  private fail(running: Running, error: unknown): void {
    if (this.running !== running) return;
    this.running = undefined;
    this.report(error);
    const { file } = running.recording;
    // What was kept until then may still be had; of several errors the first is the one that matters.
    const had = (url: string): void => {
      this.finished = { op: 'recorder', file, seconds: secondsOf(running), url };
    };
    this.ending = running.recording
      .close()
      .then(had, () => undefined)
      .then(() => this.tell(this.state));
  }
}

function secondsOf({ samples, sampleRateHz }: Running): number {
  return samples / sampleRateHz;
}
