import { StreamError } from '../../../src/ground/signal/errors.js';
import { fastestHz, slowestHz } from '../clock.js';
import { columnName, quantityOf, secondsPerUnit } from '../column-name.js';
import { columnRole, type ColumnRole } from '../column-role.js';
import { defaultUnitScale, type ReadOptions } from '../recording.js';
import { voltsPerUnit } from '../unit-scale.js';
import { cellNumber, isBlank, isTimeOfDay, stampNumber } from './cell-number.js';
import type { CsvLayout } from './csv-layout.js';

/** A column of time stamps. */
export interface TimeColumn {
  readonly column: number;
  readonly name: string;
  readonly secondsPerUnit?: number;
}

/** A column of an electrode. */
export interface SignalColumn {
  readonly column: number;
  readonly name: string;
  /** Volts per number. */
  readonly scale: number;
  /** Place of its clock among the clocks; 0 where all share one. */
  readonly clock: number;
}

/** Columns that label samples. */
export type LabelColumns = Readonly<Partial<Record<'label' | 'repetition' | 'trial' | 'subject', number>>>;

/** What the columns of a file hold. */
export interface CsvColumns {
  readonly signals: readonly SignalColumn[];
  /** None, one, or one for each device (Delsys); the first is that of the first signal. */
  readonly clocks: readonly TimeColumn[];
  readonly labels: LabelColumns;
  readonly notes: readonly string[];
}

interface Column {
  readonly column: number;
  readonly name: string;
  readonly written: string;
  readonly unit?: string;
  readonly doubtful?: boolean;
  readonly role: ColumnRole | 'empty' | 'words';
}

/** Volts that no electrode reaches: a converter's rails are at a few. */
const mostVolts = 10;
/** Nor is any so quiet: a converter's own noise is above. */
const leastMicrovolts = 0.02;

/**
 * Tell electrodes from clocks, labels and everything else by the names of the columns, and what is no name by what the
 * first rows hold.
 *
 * @throws StreamError when no column is an electrode's
 */
export function csvColumns(path: string, layout: CsvLayout, options: ReadOptions): CsvColumns {
  const notes: string[] = [];
  const columns = Array.from({ length: layout.columns }, (_, column) => described(column, layout, notes));
  const { clocks, clockOf } = clocksOf(columns, layout);
  const labels = labelColumns(columns, notes);
  const taken = columns.filter(({ role }) => role === 'signal');
  const signals = taken.map((column) => ({
    column: column.column,
    name: column.name,
    scale: scaleOf(column, layout, options, notes),
    clock: clockOf(column.column),
  }));
  const used = new Set([...taken.map(({ column }) => column), ...Object.values(labels)]);
  for (const { column } of clocks) used.add(column);
  notes.push(...leftOut(columns.filter(({ column, role }) => !used.has(column) && role !== 'empty')));
  if (signals.length === 0)
    throw new StreamError(
      `${path}: found no column of an electrode among ${columns
        .map(({ written }) => `"${written}"`)
        .join(', ')
        .slice(0, 200)}`,
      { hint: 'Write one column per electrode beside the time, named for it, such as "biceps_uV".' },
    );
  const isUnnamed = signals.every(
    ({ scale }, s) => scale === defaultUnitScale && (taken[s]?.unit === undefined || taken[s]?.doubtful),
  );
  if (options.unitScale === undefined && isUnnamed) notes.push(unnamed(layout, signals));
  notes.push(...suspects(layout, signals, taken));
  return { signals, clocks, labels, notes };
}

function described(column: number, { names, units, examples, mark }: CsvLayout, notes: string[]): Column {
  const cells = examples.map((row) => row[column] ?? '').filter((cell) => !isBlank(cell));
  if (!names) {
    const name = `ch${column + 1}`;
    const stamps = cells.map((cell) => stampNumber(cell, mark) ?? NaN);
    const isClock = cells.length > 1 && (isEpoch(stamps) || cells.every(isTimeOfDay));
    const unit = !isClock && column === 0 && isEven(stamps) ? 's' : undefined;
    if (unit)
      notes.push(`Column ${column + 1} rises in equal small steps; it was taken for the time in seconds.`);
    if (isClock) notes.push(`Column ${column + 1} holds time stamps by its looks, and was taken for them.`);
    const role = isClock || unit ? 'time' : 'signal';
    return { column, name, written: `column ${column + 1}`, ...(unit && { unit }), role };
  }
  const heading = names[column] ?? '';
  const below = units?.[column] ?? '';
  const written =
    quantityOf(below) && !quantityOf(columnName(heading).unit ?? '') ? `${heading} [${below}]` : heading;
  const parts = columnName(written);
  const base = {
    column,
    ...parts,
    name: parts.name || `ch${column + 1}`,
    written: written || `column ${column + 1}`,
  };
  if (heading === '')
    return { ...base, role: cells.length === 0 ? 'empty' : isCounting(cells) ? 'counter' : 'signal' };
  const role = columnRole(written);
  const isWords =
    role === 'signal' && cells.length > 0 && cells.every((cell) => /^\s*\p{L}[\p{L}\s_-]*$/u.test(cell));
  return { ...base, role: isWords && !cells.some((cell) => cellNumber(cell) !== undefined) ? 'words' : role };
}

/** Stamps since 1970, which nothing else is like: large and never falling. */
function isEpoch(stamps: readonly number[]): boolean {
  return stamps.length > 1 && stamps.every((stamp, i) => stamp > 1e9 && stamp >= (stamps[i - 1] ?? 0));
}

/** Seconds in steps of one sample, as nothing that is measured rises. */
function isEven(stamps: readonly number[]): boolean {
  const step = ((stamps.at(-1) ?? 0) - (stamps[0] ?? 0)) / (stamps.length - 1);
  return (
    stamps.length >= 10 &&
    step >= 1 / fastestHz &&
    step <= 1 / slowestHz &&
    stamps.every((stamp, i) => Math.abs(stamp - (stamps[0] ?? 0) - i * step) < 0.6 * step)
  );
}

/** Row names, as pandas and R write them into a column without a name. */
function isCounting(cells: readonly string[]): boolean {
  return cells.every((cell, i) => Number(cell) === Number(cells[0]) + i);
}

/**
 * The clock of every column. A device that has a clock of its own (Delsys) writes it before its channels; other columns
 * of time beside it are the same time once more, of which the first with a unit in numbers is the best.
 */
function clocksOf(
  columns: readonly Column[],
  { examples, mark }: CsvLayout,
): { clocks: TimeColumn[]; clockOf: (column: number) => number } {
  const isFilled = ({ column }: Column): boolean =>
    examples.some((row) => stampNumber(row[column] ?? '', mark) !== undefined);
  const times = columns.filter((column) => column.role === 'time' && isFilled(column));
  const devices = times.filter(({ column }) => {
    const next = columns[column + 1]?.role;
    return next === 'signal' || next === 'motion' || next === 'other';
  });
  if (times.length > 1 && devices.length === times.length && times[0]?.column === 0) {
    const before = (column: number): Column | undefined => times.findLast((time) => time.column < column);
    const owners = columns.filter(({ role }) => role === 'signal').map(({ column }) => before(column));
    const clocks = times.filter((time) => owners.includes(time));
    return {
      clocks: clocks.map((time) => timeColumn(time, examples)),
      clockOf: (column) =>
        Math.max(
          0,
          clocks.findIndex((time) => time === before(column)),
        ),
    };
  }
  const inNumbers = (column: Column): boolean =>
    examples.some((row) => cellNumber(row[column.column] ?? '', mark) !== undefined);
  const best = times.find((time) => time.unit && inNumbers(time)) ?? times.find(inNumbers) ?? times[0];
  return { clocks: best ? [timeColumn(best, examples)] : [], clockOf: () => 0 };
}

function timeColumn({ column, written, unit }: Column, examples: CsvLayout['examples']): TimeColumn {
  const inWords = examples.some((row) => isTimeOfDay(row[column] ?? ''));
  const known = inWords ? 1 : unit === undefined ? undefined : secondsPerUnit(unit);
  return { column, name: written, ...(known !== undefined && { secondsPerUnit: known }) };
}

/** The first column of each role, except where a corrected one (`restimulus`, `rerepetition` of NinaPro) is there. */
function labelColumns(columns: readonly Column[], notes: string[]): LabelColumns {
  const found: Partial<Record<'label' | 'repetition' | 'trial' | 'subject', number>> = {};
  for (const role of ['label', 'repetition', 'trial', 'subject'] as const) {
    const all = columns.filter((column) => column.role === role);
    const chosen = all.find(({ written }) => /^re(?:stimulus|repetition)$/i.test(written)) ?? all[0];
    if (!chosen) continue;
    found[role] = chosen.column;
    if (all.length > 1) notes.push(`The column "${chosen.written}" was taken for the ${role} of samples.`);
  }
  return found;
}

function scaleOf(
  { column, unit, doubtful, written }: Column,
  layout: CsvLayout,
  { unitScale = defaultUnitScale }: ReadOptions,
  notes: string[],
): number {
  const named = unit === undefined ? undefined : voltsPerUnit(unit);
  if (named === undefined) return unitScale;
  const largest = largestOf(layout, column);
  if (!doubtful || largest <= 1) return named;
  notes.push(`The V of "${written}" is no unit, for its numbers reach ${largest}.`);
  return unitScale;
}

function leftOut(columns: readonly Column[]): string[] {
  const roles: Readonly<Record<string, string>> = {
    time: 'a time',
    counter: 'a counter',
    status: 'a status',
    trigger: 'a trigger',
    motion: 'motion',
    other: 'another quantity',
    words: 'words',
    label: 'labels',
    repetition: 'repetitions',
    trial: 'trials',
    subject: 'subjects',
  };
  const kinds = [...new Set(columns.map(({ role }) => roles[role] ?? role))];
  return kinds.map((kind) => {
    const names = columns.filter(({ role }) => roles[role] === kind).map(({ written }) => `"${written}"`);
    const some =
      names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
    return `${some} ${names.length === 1 ? 'is' : 'are'} no electrode but ${kind}, and left out.`;
  });
}

function unnamed(layout: CsvLayout, signals: readonly SignalColumn[]): string {
  const largest = Math.max(...signals.map(({ column }) => largestOf(layout, column)));
  const hint =
    largest > 0 && largest < leastMicrovolts
      ? `they reach ${largest} only, as volts do; if they are, say --unit V.`
      : 'say otherwise with --unit, such as --unit mV.';
  return `No column names a unit: numbers were taken for microvolts; ${hint}`;
}

/** Largest magnitude in the first rows. */
function largestOf({ examples, mark }: CsvLayout, column: number): number {
  return examples.reduce((max, row) => {
    const value = Math.abs(cellNumber(row[column] ?? '', mark) ?? 0);
    return value > max ? value : max;
  }, 0);
}

/** What the first rows say against the columns as they were taken. */
function suspects(layout: CsvLayout, signals: readonly SignalColumn[], taken: readonly Column[]): string[] {
  const { examples, names, mark } = layout;
  const notes: string[] = [];
  for (const [s, { column, name, scale }] of signals.entries()) {
    const numbers = examples.map((row) => cellNumber(row[column] ?? '', mark) ?? NaN);
    const volts = largestOf(layout, column) * scale;
    if (volts > mostVolts)
      notes.push(
        `"${taken[s]?.written ?? name}" reaches ${Number(volts.toPrecision(3))} V in its first rows, which no electrode does: look at its unit.`,
      );
    if (
      !names &&
      signals.length > 1 &&
      numbers.length > 2 &&
      numbers.every((value, i) => value === i + (numbers[0] ?? 0) && Number.isInteger(value))
    )
      notes.push(
        `Column ${column + 1} counts the rows; it was taken for an electrode. Leave it out with --channels.`,
      );
  }
  return notes;
}
