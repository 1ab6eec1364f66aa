import type { SegmentRange } from './recording.js';
import { labelOf } from './segments.js';

/** What the columns of labels beside a signal say at one sample. */
export interface SampleLabel {
  /** Class as it stands there: a name, or a number as text. */
  readonly label: string;
  readonly repetition?: number;
  readonly trial?: string;
  readonly subject?: string;
}

/**
 * Labelled segments from labels of single samples (a column of a CSV, an array beside the signal): every run of equal
 * labels is one. A jump of the sample index ends a run. Classes are numbered in order of appearance; repetitions are
 * counted within class, trial and subject unless the samples number them.
 *
 * @example
 * const labels = new SampleLabels();
 * labels.add(0, 500, { label: 'rest' });
 * labels.add(500, 700, { label: 'Hand_Close', repetition: 2 });
 * labels.segments(); // rest 0…500, hand-close 500…1200
 */
export class SampleLabels {
  private readonly runs: (SampleLabel & { index: number; length: number })[] = [];

  /** `length` samples from `index` on, an absolute sample index that never falls, have this label. */
  add(index: number, length: number, label: SampleLabel): void {
    const last = this.runs.at(-1);
    if (last?.index !== undefined && last.index + last.length === index && isSame(last, label))
      last.length += length;
    else this.runs.push({ ...label, index, length });
  }

  segments(): SegmentRange[] {
    const classes: string[] = [];
    const counts = new Map<string, number>();
    return this.runs.map(({ label: text, repetition, trial = '0', subject, index, length }) => {
      const label = labelOf(text);
      if (!classes.includes(label)) classes.push(label);
      const key = JSON.stringify([label, trial, subject]);
      const counted = counts.get(key) ?? 0;
      counts.set(key, counted + 1);
      return {
        label,
        classIndex: classes.indexOf(label),
        repetition: repetition ?? counted,
        trial,
        ...(subject !== undefined && { subject }),
        index,
        length,
      };
    });
  }
}

function isSame(a: SampleLabel, b: SampleLabel): boolean {
  return (
    a.label === b.label && a.repetition === b.repetition && a.trial === b.trial && a.subject === b.subject
  );
}
