import type { TrainingRecording } from '../decoder/training/training-windows.js';
import { StreamError } from '../ground/signal/errors.js';
import { concatBlocks, type SampleBlock } from '../ground/signal/sample-block.js';

/** Longest that one class may be recorded at a time, in seconds. */
const LONGEST_S = 60;
/** Most signal kept over all classes, in seconds; the oldest of a class goes first. */
const KEPT_S = 900;

/** Examples of classes that a person records from the running signal, to train on. */
export class ClassRecorder {
  private examples: TrainingRecording[] = [];
  private current: { label: string; blocks: SampleBlock[]; samples: number } | undefined;
  private readonly begun = new Map<string, number>();

  /** Class being recorded, or null. */
  get recording(): string | null {
    return this.current?.label ?? null;
  }

  /** Everything recorded so far. */
  get recordings(): readonly TrainingRecording[] {
    return this.examples;
  }

  /** Begin an example of a class; one that was under way is finished. */
  start(label: string): void {
    this.stop();
    this.current = { label, blocks: [], samples: 0 };
  }

  /** Take a block of the running signal. Returns true where the recording was ended because it is long. */
  push(block: SampleBlock): boolean {
    const { current } = this;
    if (!current) return false;
    const last = current.blocks.at(-1);
    // A gap would join what does not belong together: what was before it is an example of its own.
    if (last && last.index + last.length !== block.index) this.start(current.label);
    this.current?.blocks.push(block);
    if (this.current) this.current.samples += block.length;
    if (current.samples < LONGEST_S * block.sampleRateHz) return false;
    this.stop();
    return true;
  }

  /** Finish the example under way and keep it. */
  stop(): void {
    const { current } = this;
    this.current = undefined;
    if (!current || current.blocks.length === 0) return;
    const repetition = this.begun.get(current.label) ?? 0;
    this.begun.set(current.label, repetition + 1);
    this.examples.push({ label: current.label, repetition, signal: concatBlocks(current.blocks) });
    while (this.seconds() > KEPT_S) this.examples.shift();
  }

  /**
   * Forget the examples of a class.
   * @throws StreamError where there are none
   */
  discard(label: string): void {
    if (this.current?.label === label) this.current = undefined;
    else if (!this.examples.some((example) => example.label === label)) {
      const known = [...new Set(this.examples.map((example) => example.label))];
      throw new StreamError(`discardClass: nothing was recorded of ${label}`, {
        field: 'label',
        hint: known.length > 0 ? `Recorded are ${known.join(', ')}.` : 'Nothing was recorded yet.',
      });
    }
    this.examples = this.examples.filter((example) => example.label !== label);
    this.begun.delete(label);
  }

  /** Forget everything, because the signal is another one now. */
  clear(): void {
    this.examples = [];
    this.current = undefined;
    this.begun.clear();
  }

  /** What there is of each class. */
  summary(): { label: string; seconds: number; repetitions: number }[] {
    const byLabel = new Map<string, { label: string; seconds: number; repetitions: number }>();
    for (const { label, signal } of this.examples) {
      const entry = byLabel.get(label) ?? { label, seconds: 0, repetitions: 0 };
      entry.seconds += signal.length / signal.sampleRateHz;
      entry.repetitions++;
      byLabel.set(label, entry);
    }
    return [...byLabel.values()];
  }

  private seconds(): number {
    return this.examples.reduce((sum, { signal }) => sum + signal.length / signal.sampleRateHz, 0);
  }
}
