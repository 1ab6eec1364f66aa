import { StreamError } from '../../../src/ground/signal/errors.js';
import { splitCells } from '../../../src/recording/csv-cells.js';
import { defaultUnitScale, type ReadOptions } from '../recording.js';
import { voltsPerUnit } from '../unit-scale.js';

/** How a delimited file is laid out, as its first lines show. */
export interface CsvLayout {
  readonly delimiter: string;
  readonly header: boolean;
  /** Column of time, if any, and seconds per number of it. */
  readonly time?: { readonly column: number; readonly secondsPerUnit: number };
  readonly columns: number;
  /** Signal columns: place, name and volts per number. */
  readonly signals: readonly { readonly column: number; readonly name: string; readonly scale: number }[];
  readonly sampleRateHz: number;
}

/** What counts as a number in a cell; `NaN` marks a missing sample. */
export function cellNumber(cell: string): number | undefined {
  const value = Number(cell);
  if (value === value && cell !== '' && (value !== 0 || cell.trim() !== '')) return value;
  return /^\s*[+-]?nan\s*$/i.test(cell) ? NaN : undefined;
}

/**
 * Find delimiter, header, time column, channel names, units and rate from the first lines of a file.
 *
 * A header's column names may end in a unit (`biceps_uV`, `E1 [mV]`); without one numbers are µV unless
 * `unitScale` says otherwise. The rate is `sampleRateHz`, else it comes from `time_s` (or `time_ms`).
 *
 * @throws StreamError when there are no rows, no signal columns or no rate
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
  const timeColumn = header ? cells.findIndex((cell) => timeUnit(cell) !== undefined) : -1;
  const scale = options.unitScale ?? defaultUnitScale;
  const signals = cells
    .map((cell, column) => ({
      column,
      ...(header ? named(cell, scale) : { name: `ch${column + 1}`, scale }),
    }))
    .filter(({ column }) => column !== timeColumn);
  if (signals.length === 0)
    throw new StreamError(`${path}: found no signal column, only "${cells.join(', ')}"`, {
      hint: 'Write one column per electrode beside the time.',
    });
  const secondsPerUnit = timeUnit(cells[timeColumn] ?? '') ?? 1;
  const time = timeColumn < 0 ? undefined : { column: timeColumn, secondsPerUnit };
  const sampleRateHz =
    options.sampleRateHz ?? (time && rateOf(lines.slice(1), delimiter, time.column, secondsPerUnit));
  if (sampleRateHz === undefined || !(sampleRateHz > 0) || !Number.isFinite(sampleRateHz))
    throw new StreamError(
      `${path}: ${time ? 'the time column does not rise' : 'there is no time column'}, so the sampling rate is not known`,
      { hint: 'Give the sampling rate in Hz, or a header with a "time_s" column.' },
    );
  return { delimiter, header, ...(time && { time }), columns: cells.length, signals, sampleRateHz };
}

function delimiterOf(line: string): string {
  for (const delimiter of ['\t', ';', ',']) if (line.includes(delimiter)) return delimiter;
  return /\S\s+\S/.test(line.trim()) && !/[a-z]/i.test(line) ? ' ' : ',';
}

function timeUnit(name: string): number | undefined {
  const match = /^\s*(?:time|t|timestamp)s?(?:[\s_]*[[(]?(s|sec|seconds|ms|us|µs)[\])]?)?\s*$/i.exec(name);
  if (!match) return undefined;
  const unit = (match[1] ?? 's').toLowerCase();
  return unit === 'ms' ? 1e-3 : unit === 'us' || unit === 'µs' ? 1e-6 : 1;
}

function named(cell: string, fallback: number): { name: string; scale: number } {
  const match = /^(.*?)[\s_]*[[(]?\b([numµμ]?v)[\])]?\s*$/i.exec(cell.replace(/_(?=[numµμ]?v\s*$)/i, ' '));
  const scale = match && voltsPerUnit(match[2] ?? '');
  const name = match?.[1]?.trim();
  return scale !== null && scale !== undefined && name
    ? { name, scale }
    : { name: cell.trim(), scale: fallback };
}

/** Rate over the whole head, so that times rounded to microseconds still give it within a few ppm. */
function rateOf(
  lines: readonly string[],
  delimiter: string,
  column: number,
  secondsPerUnit: number,
): number | undefined {
  const times = lines
    .map((line) => cellNumber(splitCells(line, delimiter)[column] ?? ''))
    .filter((time): time is number => time !== undefined);
  const span = ((times.at(-1) ?? 0) - (times[0] ?? 0)) * secondsPerUnit;
  if (times.length < 2 || !(span > 0)) return undefined;
  const rate = (times.length - 1) / span;
  return Math.abs(rate - Math.round(rate)) < 1e-4 * rate ? Math.round(rate) : rate;
}
