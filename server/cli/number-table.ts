import { readFile } from 'node:fs/promises';
import { InputOutputError, StreamError } from '../../src/ground/signal/errors.js';

/** Columns of numbers read from a text file, in full precision and in the file's own units. */
export interface NumberTable {
  readonly columns: readonly Float64Array[];
  /** Names of the header, or undefined where the file has none. */
  readonly names: readonly string[] | undefined;
  readonly rows: number;
}

const timeName = /^(time|t|timestamp|seconds)(_?(s|ms))?$/i;

/**
 * Read a CSV, TSV or blank-separated file of numbers, with or without a header.
 * @throws StreamError naming file, line and column of what is ragged or no number
 */
export async function readNumberTable(path: string): Promise<NumberTable> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw InputOutputError.from(error, path);
  }
  return parseNumberTable(text, path);
}

/** As {@link readNumberTable}, on text. */
export function parseNumberTable(text: string, path: string): NumberTable {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.length > 0 && lines[lines.length - 1]?.trim() === '') lines.pop();
  const first = lines[0];
  if (first === undefined)
    throw new StreamError(`${path}: is empty`, { hint: 'Give a file with one column per channel.' });
  const separator = separatorOf(first);
  const header = cells(first, separator);
  const hasHeader = header.some((cell) => cell !== '' && Number.isNaN(Number(cell)) && !/^nan$/i.test(cell));
  const rows = lines.length - (hasHeader ? 1 : 0);
  const columns = header.map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const line = row + (hasHeader ? 1 : 0);
    const values = cells(lines[line] ?? '', separator);
    if (values.length !== header.length)
      throw new StreamError(
        `${path}: line ${line + 1} has ${values.length} columns, expected ${header.length} as in the first line`,
        { hint: 'Every line needs one number per channel; repair or remove that line.' },
      );
    values.forEach((cell, column) => {
      const value = Number(cell);
      if (cell === '' || !Number.isFinite(value))
        throw new StreamError(
          `${path}: line ${line + 1}, column ${column + 1}: got ${JSON.stringify(cell.slice(0, 40))}, expected a number`,
          { hint: 'Use numbers with a point as decimal sign, such as -12.5; repair or remove that line.' },
        );
      const target = columns[column];
      if (target) target[row] = value;
    });
  }
  return { columns, names: hasHeader ? header : undefined, rows };
}

/** The channels of a table, and the sampling rate where a column of times tells it. */
export interface ChannelTable {
  readonly channels: readonly Float64Array[];
  readonly names: readonly string[];
  readonly sampleRateHz: number | undefined;
}

/**
 * Tell a column of times from the channels: by its name, or, in a file without a header, by rising in equal
 * steps of one sample at the rate given.
 */
export function channelsOf(table: NumberTable, rateHz: number | undefined): ChannelTable {
  const { columns, names, rows } = table;
  const first = columns[0];
  const named = names?.[0] !== undefined && timeName.test(names[0].trim());
  const isTime = first !== undefined && columns.length > 1 && (named || (!names && isClock(first, rateHz)));
  const unit = named && /ms$/i.test(names?.[0]?.trim() ?? '') ? 1e-3 : 1;
  const span = isTime && rows > 1 ? ((first[rows - 1] ?? 0) - (first[0] ?? 0)) * unit : 0;
  const measured = span > 0 ? (rows - 1) / span : undefined;
  const from = isTime ? 1 : 0;
  const channels = columns.slice(from);
  return {
    channels,
    names: channels.map((_, i) => names?.[i + from]?.trim() || `ch${i + 1}`),
    sampleRateHz: measured === undefined ? undefined : Number(measured.toPrecision(9)),
  };
}

/** Whether a column counts the samples of the rate, in seconds or in milliseconds. */
function isClock(column: Float64Array, rateHz: number | undefined): boolean {
  if (rateHz === undefined || column.length < 3) return false;
  const step = (column[1] ?? 0) - (column[0] ?? 0);
  const due = [1 / rateHz, 1000 / rateHz].find((period) => Math.abs(step - period) <= 1e-3 * period);
  if (due === undefined) return false;
  for (let i = 1; i < column.length; i++)
    if (Math.abs((column[i] ?? 0) - (column[i - 1] ?? 0) - due) > 1e-3 * due) return false;
  return true;
}

function separatorOf(line: string): RegExp {
  if (line.includes(',')) return /,/;
  if (line.includes(';')) return /;/;
  return line.includes('\t') ? /\t/ : /\s+/;
}

function cells(line: string, separator: RegExp): string[] {
  return line
    .trim()
    .split(separator)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
