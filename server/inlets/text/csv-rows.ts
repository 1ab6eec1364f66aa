import { cellNumber, stampNumber } from '../../recordings/csv/cell-number.js';
import type { Arrival } from '../arrival.js';
import {
  cellsOf,
  cuttingOf,
  isHeader,
  planOfHeader,
  planOfRows,
  type CsvPlan,
  type Cutting,
} from './csv-plan.js';
import { arrivalOf, markText, type Row } from './rows-of-numbers.js';

/** Rows without names from which it is told what they hold. */
const JUDGED_ROWS = 20;

/** Rows of a table that comes line by line, with or without names above. */
export class CsvRows {
  private plan: CsvPlan | undefined;
  private header: readonly string[] | undefined;
  private judged: string[] = [];
  private label: string | undefined;

  /** @param channels how many are expected, where that is known */
  constructor(
    private readonly note: (text: string) => void,
    private readonly channels: number | undefined,
  ) {}

  /** Lines that came at once. @returns undefined where no row is ready */
  read(lines: readonly string[], atMs: number): Arrival | undefined {
    return this.arrival(
      lines.flatMap((line) => this.line(line)),
      atMs,
    );
  }

  private line(line: string): readonly Row[] {
    if (this.plan) return this.row(line, this.plan);
    const cutting = cuttingOf(line);
    const cells = cellsOf(line, cutting);
    if (this.judged.length === 0 && isHeader(cells, cutting)) {
      this.header = cells;
      this.decide(planOfHeader(cells, cutting));
      return [];
    }
    this.judged.push(line);
    return this.judged.length < JUDGED_ROWS && cells.length !== this.channels ? [] : this.judge(cutting);
  }

  /** No more comes: what there is must do to tell what rows hold. */
  end(atMs: number): Arrival | undefined {
    const [first] = this.judged;
    const rows = first === undefined || this.plan ? [] : this.judge(cuttingOf(first));
    return this.arrival(rows, atMs);
  }

  private judge(cutting: Cutting): readonly Row[] {
    const lines = this.judged;
    this.judged = [];
    this.decide(planOfRows(this.usual(lines, cutting), cutting, this.channels));
    return lines.flatMap((each) => this.line(each));
  }

  private arrival(rows: readonly Row[], atMs: number): Arrival | undefined {
    return rows.length > 0 && this.plan ? arrivalOf(rows, this.plan.layout, atMs) : undefined;
  }

  /** Rows of the usual length: the first line of a port is often only the end of one. */
  private usual(lines: readonly string[], cutting: Cutting): number[][] {
    const rows = lines.map((line) =>
      cellsOf(line, cutting).map((cell) => cellNumber(cell, cutting.mark) ?? NaN),
    );
    const counts = new Map<number, number>();
    for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [[length] = [0]] = [...counts].sort((a, b) => b[1] - a[1]);
    return rows.filter((row) => row.length === length);
  }

  private decide(plan: CsvPlan): void {
    this.plan = plan;
    for (const note of plan.notes) this.note(note);
  }

  private row(line: string, plan: CsvPlan): readonly Row[] {
    const { cutting, columns, signal, time, counter, label } = plan;
    const cells = cellsOf(line, cutting);
    if (cells.length !== columns) {
      this.note(`rows of another length than ${columns} columns were left out`);
      return [];
    }
    if (isHeader(cells, cutting)) {
      const again = this.header?.every((name, c) => name === cells[c]) ?? false;
      this.note(again ? 'the names came again: its sender has begun anew' : 'rows of words were left out');
      return [];
    }
    const values = Float64Array.from(signal, (c) => cellNumber(cells[c] ?? '', cutting.mark) ?? NaN);
    const stamp = time === undefined ? undefined : stampNumber(cells[time] ?? '', cutting.mark);
    const number = counter === undefined ? undefined : cellNumber(cells[counter] ?? '', cutting.mark);
    const mark = label === undefined ? undefined : this.change(cells[label] ?? '');
    return [{ values, stamp, counter: number, mark }];
  }

  private change(text: string): string | undefined {
    const before = this.label;
    this.label = text;
    return text === before || text === '' || before === undefined ? undefined : markText(text);
  }
}
