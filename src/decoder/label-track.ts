import type { SampleBlock } from '../ground/signal/sample-block.js';

interface Change {
  readonly index: number;
  readonly label: string | undefined;
}

/** What was done at which sample of a stream, as far back as the last question reached. */
export class LabelTrack {
  private changes: Change[] = [];

  /** Take the labels of the next block; a block without is one of which nothing is known. */
  push({ index, labels }: Pick<SampleBlock, 'index' | 'labels'>): void {
    if (!labels || labels.length === 0) this.change(index, undefined);
    // The first step may have begun long before the block.
    else for (const step of labels) this.change(Math.max(index, step.index), step.label);
  }

  /** The label of samples `[from, until)`; undefined where it is not one and the same. Forgets what was before. */
  over(from: number, until: number): string | undefined {
    while (this.changes[1] && this.changes[1].index <= from) this.changes.shift();
    const [first, second] = this.changes;
    const whole = first && first.index <= from && !(second && second.index < until);
    return whole ? first.label : undefined;
  }

  reset(): void {
    this.changes = [];
  }

  private change(index: number, label: string | undefined): void {
    const last = this.changes.at(-1);
    // A stream that jumped back begins anew.
    if (last && last.index > index) this.changes = [];
    else if (last && last.label === label) return;
    this.changes.push({ index, label });
  }
}
