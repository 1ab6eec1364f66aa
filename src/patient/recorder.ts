import type { ServerMessage } from '../protocol/server-messages.js';
import { StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Truth } from '../body/synthesis/truth.js';
import type { OpenRecording, RecordedFormat, RecordedSignal, RecordingSink } from './ports.js';

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
  private opening = false;

  /** @param report told when the state changes without being asked */
  constructor(
    private readonly sink: RecordingSink,
    private readonly report: (error: unknown) => void,
  ) {}

  get state(): RecorderMessage {
    if (!this.running) return this.finished;
    return { op: 'recorder', file: this.running.recording.file, seconds: secondsOf(this.running), url: null };
  }

  get recording(): boolean {
    return this.running !== undefined;
  }

  /** Format of the recording under way, if there is one. */
  get format(): RecordedFormat | undefined {
    return this.running?.format;
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
    this.opening = true;
    try {
      const recording = await this.sink.open(format, signal);
      this.running = { format, recording, samples: 0, sampleRateHz: signal.sampleRateHz, waiting: 0 };
    } finally {
      this.opening = false;
    }
  }

  /** Take a block of the running signal. */
  push(block: SampleBlock, truth: Truth | undefined): void {
    const { running } = this;
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
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    const { file } = running.recording;
    this.finished = { op: 'recorder', file, seconds: secondsOf(running), url: null };
    const url = await running.recording.close();
    this.finished = { ...this.finished, url };
  }

  private fail(running: Running, error: unknown): void {
    if (this.running !== running) return;
    this.running = undefined;
    running.recording.close().catch(() => undefined); // The first error is the one that matters.
    this.report(error);
  }
}

function secondsOf({ samples, sampleRateHz }: Running): number {
  return samples / sampleRateHz;
}
