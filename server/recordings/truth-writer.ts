import type { SampleBlock } from '../../src/signal/sample-block.js';
import type { RecordingInfo, RecordingTruth, RecordingWriter } from './recording.js';
import type { TruthFiles } from './truth-files.js';

interface Annotated {
  readonly index: number;
  readonly text: string;
}

/**
 * Gives any writer the truth: movement changes and the first sign of each artefact become annotations, and
 * the rest goes to files beside the recording. Annotations made before the first block wait for it, since
 * only it says where the recording's index starts.
 */
export class TruthWriter implements RecordingWriter {
  private movement: string | undefined;
  private active = 0;
  private started = false;
  private readonly waiting: Annotated[] = [];

  constructor(
    private readonly writer: RecordingWriter,
    private readonly info: RecordingInfo,
    private readonly files: TruthFiles | undefined,
  ) {}

  write(block: SampleBlock, truth?: RecordingTruth): void | Promise<void> {
    const done = this.writer.write(block, truth);
    this.started = true;
    for (const { index, text } of this.waiting.splice(0)) this.writer.annotate(index, text);
    if (!truth) return done;
    this.mark(truth);
    const written = this.files?.write(truth);
    if (!done || !written) return done ?? written;
    const both = Promise.all([done, written]).then(() => undefined);
    both.catch(() => undefined);
    return both;
  }

  annotate(index: number, text: string): void {
    if (this.started) this.writer.annotate(index, text);
    else this.waiting.push({ index, text });
  }

  async close(): Promise<void> {
    for (const { index, text } of this.waiting.splice(0)) this.writer.annotate(index, text);
    try {
      await this.writer.close();
    } finally {
      await this.files?.close();
    }
  }

  /** A block says its movement at its end; its first sample is where the change is put. */
  private mark({ index, length, movement, flags }: RecordingTruth): void {
    if (movement !== this.movement) {
      this.movement = movement;
      this.writer.annotate(index, movement);
    }
    if (!flags) return;
    let seen = 0;
    for (let i = 0; i < length; i++) {
      const bits = flags[i] as number;
      const fresh = bits & ~this.active & ~seen;
      seen |= bits;
      if (fresh === 0) continue;
      for (const [name, bit] of Object.entries(this.info.flags ?? {}))
        if (fresh & bit) this.writer.annotate(index + i, `artefact: ${name}`);
    }
    this.active = seen;
  }
}
