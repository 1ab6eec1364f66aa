import { eachStep } from '../body/synthesis/truth.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { closeAll } from './close-all.js';
import type { RecordingInfo, RecordingTruth, RecordingWriter } from './recording-writer.js';
import type { TruthFiles } from './truth-files.js';

/** How the annotation of an artefact begins: it disturbs a class, it is none. */
export const artefactMark = 'artefact: ';
/** An artefact that comes back sooner, such as the heart's beat, is not annotated again. */
const quietSeconds = 2;

interface Annotated {
  readonly index: number;
  readonly text: string;
}

/**
 * Gives any writer the truth: movement changes and the onset of each artefact become annotations, and
 * the rest goes to files beside the recording. Annotations made before the first block wait for it, since
 * only it says where the recording's index starts.
 */
export class TruthWriter implements RecordingWriter {
  private movement: string | undefined;
  /** Sample at which each artefact was last seen. */
  private readonly lastSeen = new Map<string, number>();
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
    await closeAll(this.files ? [this.writer, this.files] : [this.writer]);
  }

  private mark(truth: RecordingTruth): void {
    const { index, length, steps, flags } = truth;
    eachStep(truth, (k, from) => {
      const movement = steps.movement[k];
      if (movement === this.movement) return;
      this.movement = movement;
      this.writer.annotate(index + from, movement);
    });
    const names = Object.entries(this.info.flags ?? {});
    if (!flags || names.length === 0) return;
    const quiet = quietSeconds * this.info.sampleRateHz;
    let present = 0;
    for (let i = 0; i < length; i++) present |= flags[i] as number;
    for (const [name, bit] of names) {
      if (!(present & bit)) continue;
      let first = 0;
      while (!((flags[first] as number) & bit)) first++;
      if (index + first - (this.lastSeen.get(name) ?? -Infinity) > quiet)
        this.writer.annotate(index + first, `${artefactMark}${name}`);
      let last = length - 1;
      while (!((flags[last] as number) & bit)) last--;
      this.lastSeen.set(name, index + last);
    }
  }
}
