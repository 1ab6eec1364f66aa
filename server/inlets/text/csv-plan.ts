import { channelName } from '../../../src/body/anatomy/channel-names.js';
import { cellNumber, type DecimalMark } from '../../recordings/csv/cell-number.js';
import { columnName, secondsPerUnit } from '../../recordings/column-name.js';
import { columnRole } from '../../recordings/column-role.js';
import { voltsPerUnit } from '../../recordings/unit-scale.js';
import { numberedNames } from '../arrival.js';
import type { Layout } from './rows-of-numbers.js';

/** How a line is taken apart. */
export interface Cutting {
  readonly delimiter: string | RegExp;
  readonly mark: DecimalMark;
}

/** What the columns of a table hold. */
export interface CsvPlan {
  readonly cutting: Cutting;
  readonly columns: number;
  /** Columns of the channels. */
  readonly signal: readonly number[];
  readonly time: number | undefined;
  readonly counter: number | undefined;
  /** Column of a class or trigger: each change is a mark. */
  readonly label: number | undefined;
  readonly layout: Layout;
  readonly notes: readonly string[];
}

/** How a line is cut: by what cuts it into most numbers. */
export function cuttingOf(line: string): Cutting {
  const candidates: readonly Cutting[] = [
    { delimiter: ';', mark: line.includes('.') ? '.' : ',' },
    { delimiter: '\t', mark: line.includes('.') ? '.' : ',' },
    { delimiter: ',', mark: '.' },
    { delimiter: /\s+/, mark: '.' },
  ];
  const [comma] = candidates.filter(({ delimiter }) => delimiter === ',');
  return (
    candidates.find(({ delimiter }) => line.trim().split(delimiter).length > 1) ??
    comma ?? { delimiter: ',', mark: '.' }
  );
}

export function cellsOf(line: string, { delimiter }: Cutting): string[] {
  // A delimiter at the end ends the row; it begins no column.
  return line
    .trim()
    .replace(delimiter === ',' || delimiter === ';' ? /[,;]$/ : '', '')
    .split(delimiter)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** Whether a row is names rather than numbers. */
export function isHeader(cells: readonly string[], { mark }: Cutting): boolean {
  const words = cells.filter((cell) => cell !== '' && cellNumber(cell, mark) === undefined);
  return words.length > cells.length / 2;
}

/** What columns hold by their names. */
export function planOfHeader(names: readonly string[], cutting: Cutting): CsvPlan {
  const roles = names.map(columnRole);
  const signal = roles.flatMap((role, c) => (role === 'signal' ? [c] : []));
  const first = (...wanted: readonly string[]): number | undefined => {
    const found = roles.findIndex((role) => wanted.includes(role));
    return found < 0 ? undefined : found;
  };
  const time = first('time');
  const parts = signal.map((c) => columnName(names[c] ?? ''));
  const scales = parts
    .map(({ unit }) => (unit === undefined ? undefined : voltsPerUnit(unit)))
    .filter((scale) => scale !== undefined);
  const timeUnit = time === undefined ? undefined : columnName(names[time] ?? '').unit;
  const stampUnitS = timeUnit === undefined ? undefined : secondsPerUnit(timeUnit);
  const plan = { time, counter: first('counter'), label: first('label', 'trigger') };
  const used = [...signal, plan.time, plan.counter, plan.label];
  const left = names.filter((_, c) => !used.includes(c));
  return {
    cutting,
    columns: names.length,
    signal,
    ...plan,
    layout: {
      names: parts.map(channelName),
      ...(scales.length === signal.length && { scales }),
      ...(stampUnitS !== undefined && { stampUnitS }),
    },
    notes: left.length > 0 ? [`columns that are no electrodes were left out: ${left.join(', ')}`] : [],
  };
}

/**
 * What columns hold by their numbers: all are channels, but a first one that rises evenly, which is a clock or a counter.
 * @param rows some of the first ones, as numbers
 * @param channels how many are expected, where that is known
 */
export function planOfRows(
  rows: readonly (readonly number[])[],
  cutting: Cutting,
  channels: number | undefined,
): CsvPlan {
  const columns = rows[0]?.length ?? 0;
  const rising =
    columns > 1 && channels !== columns ? risingBy(rows.map(([first = NaN]) => first)) : undefined;
  const signal = Array.from({ length: columns }, (_, c) => c).slice(rising === undefined ? 0 : 1);
  const counts = rising === 1;
  const what = counts ? 'a count of the samples' : 'the time';
  return {
    cutting,
    columns,
    signal,
    time: rising !== undefined && !counts ? 0 : undefined,
    counter: counts ? 0 : undefined,
    label: undefined,
    layout: { names: numberedNames(signal.length) },
    notes: rising === undefined ? [] : [`the first column rises evenly: it is taken to be ${what}`],
  };
}

/** Median step of numbers that rise, all but evenly, from one to the next; undefined for others. */
function risingBy(values: readonly number[]): number | undefined {
  const steps = values.slice(1).map((value, n) => value - (values[n] ?? NaN));
  if (steps.length < 3 || !steps.every((step) => step > 0)) return undefined;
  const sorted = [...steps].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? NaN;
  const even = steps.filter((step) => Math.abs(step - median) <= 0.5 * median).length;
  return even >= 0.8 * steps.length ? median : undefined;
}
