import { StreamError } from '../../../src/ground/signal/errors.js';
import { splitCells } from '../../../src/recording/csv-cells.js';
import { RowIndex, type Gap } from '../clock.js';
import { cellNumber } from './cell-number.js';
import type { SignalColumn } from './csv-columns.js';
import { isComment, type CsvLayout } from './csv-layout.js';
import { linesOf } from './text-lines.js';

/** A row of samples. */
export interface Row {
  readonly cells: readonly string[];
  /** 1-based line in the file. */
  readonly row: number;
}

/** What was passed over below the first row of samples. */
export interface Passed {
  /** Row that the end of the file cuts. */
  torn?: number;
  /** Rows that repeat the names. */
  headers: number;
  /** Rows without any number, at the end. */
  empty: number;
}

/**
 * The rows of samples in batches: without comments, blank lines, names that come again, rows without any number at the
 * end of the file, and a last row that is cut off.
 *
 * @throws StreamError naming the row that has more or fewer cells than the others
 */
export async function* rowsOf(
  path: string,
  layout: CsvLayout,
  passed: Passed = { headers: 0, empty: 0 },
): AsyncGenerator<Row[]> {
  const { columns, delimiter, firstRow, headerText } = layout;
  let firstEmpty: Row | undefined;
  let empty = 0;
  for await (const lines of linesOf(path)) {
    const batch: Row[] = [];
    for (const { text, row, ended } of lines) {
      if (row < firstRow || text.trim() === '' || isComment(text)) continue;
      if (text === headerText) {
        passed.headers++;
        continue;
      }
      const cells = splitCells(text, delimiter);
      if (cells.length < columns && !ended) {
        passed.torn = row;
        continue;
      }
      if (cells.length !== columns && !(cells.length === columns + 1 && cells[columns]?.trim() === ''))
        throw new StreamError(
          `${path}: row ${row} has ${cells.length} columns, expected ${columns} as in row ${firstRow}`,
          {
            hint: 'Every row needs one number per column; write NaN where a sample is missing.',
          },
        );
      // What fills a sheet to its end is known for that only there; elsewhere its first row is read, and refused.
      if (cells.every((cell) => cell.trim() === '')) {
        firstEmpty ??= { cells, row };
        empty++;
        continue;
      }
      if (firstEmpty) batch.push(firstEmpty);
      batch.push({ cells, row });
      firstEmpty = undefined;
      empty = 0;
    }
    if (batch.length > 0) yield batch;
  }
  passed.empty = empty;
}

/** Consecutive samples, each row's beside each other. */
export interface SampleRows {
  /** Sample index of the first. */
  readonly index: number;
  readonly length: number;
  /** length × signals, in the unit of each column; valid until the next. */
  readonly values: Float64Array;
}

const rowsPerBlock = 1024;

/**
 * The numbers of the electrodes in full precision and in the file's own units. A gap ends a stretch.
 * @param until rows to read, where the recording ends before the file
 * @throws StreamError naming row and column of the first cell that is no number
 */
export async function* samplesOf(
  path: string,
  layout: CsvLayout,
  signals: readonly SignalColumn[],
  gaps: readonly Gap[],
  until: number,
): AsyncGenerator<SampleRows> {
  const values = new Float64Array(rowsPerBlock * signals.length);
  const indices = new RowIndex(gaps);
  let read = 0;
  let index = 0;
  let length = 0;
  for await (const rows of rowsOf(path, layout)) {
    if (read >= until) break;
    for (const row of rows.slice(0, until - read)) {
      const next = indices.of(read);
      if (length > 0 && (length === rowsPerBlock || next !== index + length)) {
        yield { index, length, values };
        length = 0;
      }
      if (length === 0) index = next;
      numbersOf(row, path, layout, signals, values, length * signals.length);
      length++;
      read++;
    }
  }
  if (length > 0) yield { index, length, values };
}

function numbersOf(
  { cells, row }: Row,
  path: string,
  { mark }: CsvLayout,
  signals: readonly SignalColumn[],
  out: Float64Array,
  at: number,
): void {
  for (const [s, { column, name, scale }] of signals.entries()) {
    const cell = cells[column] ?? '';
    const value = cellNumber(cell, mark);
    if (value === undefined)
      throw new StreamError(
        `${path}: row ${row}, column ${column + 1} (${name}) says "${cell.trim().slice(0, 40)}", expected a number`,
        {
          hint: `Write decimal numbers with "${mark}" as decimal mark and no thousands marks, and NaN where a sample is missing.`,
        },
      );
    if (Math.abs(value * scale) > 1e30)
      throw new StreamError(
        `${path}: row ${row}, column ${column + 1} (${name}) says "${cell.trim().slice(0, 40)}", which is no voltage`,
        { hint: 'Write NaN where a sample is missing.' },
      );
    out[at + s] = value;
  }
}
