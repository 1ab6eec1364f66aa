import { StreamError } from '../../../src/ground/signal/errors.js';
import { splitCells } from '../../../src/recording/csv-cells.js';
import { defaultUnitScale, type ReadOptions } from '../recording.js';
import { columnName, secondsPerUnit } from '../column-name.js';
import { columnRole, type ColumnRole } from '../column-role.js';
import { voltsPerUnit } from '../unit-scale.js';

/** How a delimited file is laid out, as its first lines show. */
export interface CsvLayout {
  readonly delimiter: string;
  readonly header: boolean;
  /** Column of time, if any. */
  readonly time?: { readonly column: number; readonly name: string; readonly secondsPerUnit?: number };
  /** Columns that label samples. */
  readonly labels: Readonly<Partial<Record<LabelRole, number>>>;
  readonly notes: readonly string[];
  readonly columns: number;
  /** Signal columns: place, name and volts per number. */
  readonly signals: readonly { readonly column: number; readonly name: string; readonly scale: number }[];
}

type LabelRole = 'label' | 'repetition' | 'trial' | 'subject';

/** What counts as a number in a cell; `NaN` marks a missing sample. */
export function cellNumber(cell: string): number | undefined {
  const value = Number(cell);
  if (value === value && cell !== '' && (value !== 0 || cell.trim() !== '')) return value;
  return /^\s*[+-]?nan\s*$/i.test(cell) ? NaN : undefined;
}

/**
 * Find delimiter, header, roles of columns, channel names and units from the first lines of a file.
 *
 * A header's column names may end in a unit (`biceps_uV`, `E1 [mV]`); without one numbers are µV unless
 * `unitScale` says otherwise.
 *
 * @throws StreamError when there are no rows, or no signal columns
 */
export function csvLayout(path: string, lines: readonly string[], options: ReadOptions): CsvLayout {
  const first = lines[0];
  if (first === undefined)
    throw new StreamError(`${path}: the file holds no rows`, {
      hint: 'Expected one row per sample, one column per electrode, with or without a header line.',
    });
  const delimiter = delimiterOf(first);
  const cells = splitCells(first, delimiter);
  const header = cells.some((cell) => cellNumber(cell) === undefined);
  const scale = options.unitScale ?? defaultUnitScale;
  const roles = cells.map((cell) => (header ? columnRole(cell) : 'signal'));
  const place = (role: ColumnRole): number | undefined => {
    const column = roles.indexOf(role);
    return column < 0 ? undefined : column;
  };
  const signals = cells
    .map((cell, column) => ({
      column,
      ...(header ? named(cell, scale) : { name: `ch${column + 1}`, scale }),
    }))
    .filter(({ column }) => roles[column] === 'signal');
  if (signals.length === 0)
    throw new StreamError(`${path}: found no signal column, only "${cells.join(', ')}"`, {
      hint: 'Write one column per electrode beside the time.',
    });
  const labels: Partial<Record<LabelRole, number>> = {};
  for (const role of ['label', 'repetition', 'trial', 'subject'] as const) {
    const column = place(role);
    if (column !== undefined) labels[role] = column;
  }
  const time = place('time');
  const used = [time, ...Object.values(labels)];
  const notes = cells.flatMap((cell, column) =>
    roles[column] === 'signal' || used.includes(column)
      ? []
      : [`The column "${cell.trim()}" holds ${roles[column]}, no electrode, and was left out.`],
  );
  return {
    delimiter,
    header,
    ...(time !== undefined && { time: timeOf(cells[time] ?? '', time) }),
    columns: cells.length,
    signals,
    labels,
    notes,
  };
}

function timeOf(cell: string, column: number): NonNullable<CsvLayout['time']> {
  const { unit = '' } = columnName(cell);
  const known = secondsPerUnit(unit);
  return { column, name: cell.trim(), ...(known !== undefined && { secondsPerUnit: known }) };
}

function delimiterOf(line: string): string {
  for (const delimiter of ['\t', ';', ',']) if (line.includes(delimiter)) return delimiter;
  return /\S\s+\S/.test(line.trim()) && !/[a-z]/i.test(line) ? ' ' : ',';
}

function named(cell: string, fallback: number): { name: string; scale: number } {
  const { name, unit } = columnName(cell);
  return { name, scale: (unit === undefined ? undefined : voltsPerUnit(unit)) ?? fallback };
}
