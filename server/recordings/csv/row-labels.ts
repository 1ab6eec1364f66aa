import { RowIndex, type Gap } from '../clock.js';
import type { SegmentRange } from '../recording.js';
import { SampleLabels } from '../sample-labels.js';
import type { LabelColumns } from './csv-columns.js';

interface Run {
  readonly row: number;
  length: number;
  readonly said: readonly string[];
}

/** Labels that change more often than this are none: a signal, or a counter. */
const fewestRows = 4;
const manyRuns = 10_000;
const unlabelled = /^(?:|nan|na|n\/a|none|null|-)$/i;

/** Gathers what the label columns say row by row, in runs. */
export class RowLabels {
  private readonly runs: Run[] = [];
  private readonly columns: readonly (number | undefined)[];
  private rows = 0;
  private overrun = false;

  constructor({ label, repetition, trial, subject }: LabelColumns) {
    this.columns = [label, repetition, trial, subject];
  }

  add(cells: readonly string[]): void {
    const row = this.rows++;
    if (this.columns[0] === undefined || this.overrun) return;
    const last = this.runs.at(-1);
    if (last && this.columns.every((column, i) => column === undefined || cells[column] === last.said[i])) {
      last.length++;
      return;
    }
    this.runs.push({ row, length: 1, said: this.columns.map((column) => cells[column ?? -1] ?? '') });
    this.overrun = this.runs.length > manyRuns && this.runs.length > this.rows / fewestRows;
  }

  /** Segments, with a jump of the index between them where there is a gap. */
  segments(gaps: readonly Gap[], notes: string[]): SegmentRange[] {
    if (this.overrun) {
      notes.push('The column of labels says something else in nearly every row, so it labels nothing.');
      return [];
    }
    const labels = new SampleLabels();
    const index = new RowIndex(gaps);
    const repetitions: string[] = [];
    let nextGap = 0;
    for (const { row, length, said } of this.runs) {
      const [label = '', repetition = '', trial = '', subject = ''] = said.map(plain);
      if (unlabelled.test(label)) continue;
      let from = row;
      const until = row + length;
      while (from < until) {
        while ((gaps[nextGap]?.row ?? Infinity) <= from) nextGap++;
        const end = Math.min(until, gaps[nextGap]?.row ?? Infinity);
        labels.add(index.of(from), end - from, {
          label,
          ...(!unlabelled.test(repetition) && { repetition: numberOf(repetition, repetitions) }),
          ...(!unlabelled.test(trial) && { trial }),
          ...(!unlabelled.test(subject) && { subject }),
        });
        from = end;
      }
    }
    return labels.segments();
  }
}

/** `1.0` and `1` are one class. */
function plain(cell: string): string {
  const text = cell.trim();
  return /^[+-]?\d+[.,]0*$/.test(text) ? String(parseInt(text, 10)) : text;
}

/** A number as it stands (`3`, `R3`, `rep_3`), else the place in order of appearance. */
function numberOf(text: string, seen: string[]): number {
  const digits = /^\D*(\d{1,9})$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  if (!seen.includes(text)) seen.push(text);
  return seen.indexOf(text);
}
