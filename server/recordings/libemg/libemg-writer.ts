import { disk } from '../output-file.js';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eachStep } from '../../../src/body/synthesis/truth.js';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { sliceBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { CsvWriter } from '../../../src/recording/csv-writer.js';
import type { RecordingInfo, RecordingTruth, RecordingWriter } from '../recording.js';
import { StreamCheck } from '../../../src/recording/stream-check.js';

export interface LibEmgOptions {
  /** Class names in the order of their numbers; others are added as they appear. */
  readonly classes?: readonly string[];
}

/**
 * The folder that LibEMG's screen-guided training writes and its `OfflineDataHandler` reads:
 * `C_<class>_R_<rep>_emg.csv` (no header, one column per electrode, here in µV) and
 * `collection_details.json` (`num_motions`, `num_reps`, `classes`, `class_map`, `time`).
 *
 * A new file begins whenever the prompt (`truth.steps.cue`) changes, by {@link begin}, and after a gap: these files
 * have no time in which it could show.
 * The repetition under way is `….csv.part` and takes its name when it ends, so an interrupted one is never
 * counted as whole, yet can be read.
 */
export class LibEmgWriter implements RecordingWriter {
  private readonly check: StreamCheck;
  private readonly classes: string[];
  private readonly repetitions = new Map<string, number>();
  private current:
    { readonly name: string; readonly path: string; readonly file: Promise<CsvWriter> } | undefined;
  private tail: Promise<unknown> = Promise.resolve();
  private failure: Error | undefined;

  private constructor(
    private readonly dir: string,
    private readonly info: RecordingInfo,
    { classes = [] }: LibEmgOptions,
  ) {
    this.check = new StreamCheck(info);
    this.classes = [...classes];
  }

  static async create(dir: string, info: RecordingInfo, options: LibEmgOptions = {}): Promise<LibEmgWriter> {
    await mkdir(dir, { recursive: true });
    const writer = new LibEmgWriter(dir, info, options);
    await writer.describe();
    return writer;
  }

  /** Start the next repetition of a class; what was under way is finished. */
  begin(name: string): Promise<void> {
    this.end();
    if (!this.classes.includes(name)) this.classes.push(name);
    const repetition = this.repetitions.get(name) ?? 0;
    this.repetitions.set(name, repetition + 1);
    const path = join(this.dir, `C_${this.classes.indexOf(name)}_R_${repetition}_emg.csv`);
    const file = CsvWriter.create(disk, `${path}.part`, this.info, { header: false });
    file.catch(() => undefined);
    this.current = { name, path, file };
    return this.enqueue(() => this.describe());
  }

  /** Finish the repetition under way; samples until the next {@link begin} are not kept. */
  end(): void {
    const ended = this.current;
    this.current = undefined;
    if (ended)
      void this.enqueue(async () => {
        await (await ended.file).close();
        await rename(`${ended.path}.part`, ended.path);
        await this.describe();
      });
  }

  write(block: SampleBlock, truth?: RecordingTruth): void | Promise<void> {
    const missing = this.check.accept(block);
    if (missing > 0 && this.current) void this.begin(this.current.name);
    if (!truth) return this.put(block);
    let begun = 0;
    eachStep(truth, (k, from) => {
      const name = truth.steps.cue[k];
      if (name === this.current?.name) return;
      if (from > begun) void this.put(sliceBlock(block, begun, from));
      void this.begin(name);
      begun = from;
    });
    return this.put(sliceBlock(block, begun, block.length));
  }

  private put(block: SampleBlock): void | Promise<void> {
    const current = this.current;
    if (current) return this.enqueue(async () => (await current.file).write(block));
  }

  /** LibEMG's folder has no place for texts; the class names say what was done. */
  annotate(): void {}

  async close(): Promise<void> {
    this.end();
    await this.enqueue(() => Promise.resolve());
    if (this.failure) throw this.failure;
  }

  private enqueue(task: () => void | Promise<void>): Promise<void> {
    const done = this.tail.then(async () => {
      if (this.failure) throw this.failure;
      try {
        await task();
      } catch (cause) {
        this.failure =
          cause instanceof StreamError ? cause : new StreamError(`cannot write to ${this.dir}`, { cause });
        throw this.failure;
      }
    });
    this.tail = done.catch(() => undefined);
    return done;
  }

  private async describe(): Promise<void> {
    const details = {
      num_motions: this.classes.length,
      num_reps: Math.max(0, ...this.repetitions.values()),
      classes: this.classes,
      class_map: Object.fromEntries(this.classes.map((name, index) => [index, name])),
      time: (this.info.startedAt ?? new Date(0)).toISOString(),
      sample_rate_hz: this.info.sampleRateHz,
      channel_names: this.info.channelNames,
      unit: 'uV',
    };
    const path = join(this.dir, 'collection_details.json');
    // Renamed into place: a reader never sees half a description.
    await writeFile(`${path}.part`, `${JSON.stringify(details, undefined, 2)}\n`);
    await rename(`${path}.part`, path);
  }
}
