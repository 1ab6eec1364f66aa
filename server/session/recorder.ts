import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from '../../src/protocol/requests.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import { createRecordingWriter } from '../recordings/create-writer.js';
import type { RecordingInfo, RecordingTruth, RecordingWriter } from '../recordings/recording.js';

type Format = Extract<Request, { op: 'startRecording' }>['format'];
type RecorderMessage = Extract<ServerMessage, { op: 'recorder' }>;

/** Blocks that may wait for the disk, about 20 s; beyond it the disk has failed us. */
const LONGEST_QUEUE = 1000;

interface Running {
  readonly file: string;
  readonly format: Format;
  readonly writer: RecordingWriter;
  samples: number;
  readonly sampleRateHz: number;
  waiting: number;
}

/** Writes the running signal with its truth to files; loses nothing, or says that it failed. */
export class Recorder {
  private running: Running | undefined;
  private finished: { file: string; seconds: number } | undefined;
  private opening = false;

  /** @param report told when the state changes without being asked */
  constructor(
    private readonly folder: string,
    private readonly report: (error: unknown) => void,
  ) {}

  get state(): RecorderMessage {
    if (this.running) {
      const { file, samples, sampleRateHz } = this.running;
      return { op: 'recorder', file, seconds: samples / sampleRateHz, url: null };
    }
    const { file = null, seconds = 0 } = this.finished ?? {};
    return { op: 'recorder', file, seconds, url: file && `/api/recordings/${encodeURIComponent(file)}` };
  }

  get recording(): boolean {
    return this.running !== undefined;
  }

  /** Format of the recording under way, if there is one. */
  get format(): Format | undefined {
    return this.running?.format;
  }

  /**
   * Begin a file of its own name.
   * @throws StreamError where one is under way or the folder cannot be written
   */
  async start(format: Format, info: RecordingInfo, startedAt: Date): Promise<void> {
    if (this.running || this.opening)
      throw new StreamError('startRecording: a recording is under way', {
        hint: 'Send {"op":"stopRecording"} first.',
      });
    this.opening = true;
    try {
      await mkdir(this.folder, { recursive: true });
      const file = `emg-${startedAt.toISOString().replace(/[:.]/g, '-')}.${format}`;
      const path = join(this.folder, file);
      const truth = (info.muscleNames?.length ?? 0) > 0;
      const writer = await createRecordingWriter(path, { ...info, startedAt }, { format, truth });
      this.running = { file, format, writer, samples: 0, sampleRateHz: info.sampleRateHz, waiting: 0 };
    } catch (error) {
      if (error instanceof StreamError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new StreamError(`startRecording: ${reason}`, {
        hint: 'Start the service with --recordings FOLDER, a folder that can be written.',
        cause: error,
      });
    } finally {
      this.opening = false;
    }
  }

  /** Take a block of the running signal. */
  push(block: SampleBlock, truth?: RecordingTruth): void {
    const { running } = this;
    if (!running) return;
    try {
      const written = running.writer.write(block, truth);
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
    this.running?.writer.annotate(index, text);
  }

  /** Finish the file, if one is under way. */
  async stop(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    this.finished = { file: running.file, seconds: running.samples / running.sampleRateHz };
    await running.writer.close();
  }

  private fail(running: Running, error: unknown): void {
    if (this.running !== running) return;
    this.running = undefined;
    running.writer.close().catch(() => undefined); // The first error is the one that matters.
    this.report(error);
  }
}
