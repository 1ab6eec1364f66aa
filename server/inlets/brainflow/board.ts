import { UsageError } from '../../errors.js';

/** How the packages of a board are laid out: rows of numbers, each of which is a channel or something else. */
export interface Board {
  readonly name: string;
  readonly rows: number;
  readonly sampleRateHz: number;
  /** Rows of the electrodes, in µV. */
  readonly signal: readonly number[];
  /** Row of the package's number. */
  readonly counter?: number;
  /** Row of the time, in seconds since 1970. */
  readonly time?: number;
  /** Row of the marker, 0 where there is none. */
  readonly marker?: number;
}

const upTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** Boards that are known by name; GForcePro as the device emulator sends it. */
const boards: readonly Board[] = [
  { name: 'gforce-pro', rows: 11, sampleRateHz: 500, signal: upTo(1, 8), counter: 0, time: 9, marker: 10 },
];

/** What `--board` takes, for people. */
export const boardHelp = `${boards.map(({ name }) => name).join(', ')}, or its rows as BrainFlow describes them, such as rows=24,rate=250,signal=1-8,counter=0,time=22,marker=23`;

/**
 * A board by its name or by its rows.
 * @throws UsageError that says what is missing
 */
export function boardOf(text: string): Board {
  const named = boards.find(({ name }) => name === text.trim().toLowerCase());
  if (named) return named;
  const fields = new Map(text.split(',').map((part) => splitAt(part)));
  const rows = whole(fields.get('rows'));
  const sampleRateHz = Number(fields.get('rate') ?? NaN);
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(fields.get('signal') ?? '') ?? [];
  const from = whole(first);
  const until = whole(last ?? first);
  const others = (['counter', 'time', 'marker'] as const).map(
    (key) => [key, whole(fields.get(key))] as const,
  );
  const known = [...fields.keys()].every((key) => KEYS.includes(key));
  const within = (row: number | undefined): boolean =>
    row === undefined || (rows !== undefined && row < rows);
  if (
    !known ||
    rows === undefined ||
    rows < 1 ||
    !(sampleRateHz > 0) ||
    from === undefined ||
    until === undefined ||
    until < from ||
    ![until, ...others.map(([, row]) => row)].every(within)
  )
    throw new UsageError(`--board ${text}: got no board that can be read`, {
      hint: `Write ${boardHelp}; rows are counted from 0.`,
    });
  const given = others.filter(([, row]) => row !== undefined);
  return { name: 'board', rows, sampleRateHz, signal: upTo(from, until), ...Object.fromEntries(given) };
}

const KEYS = ['rows', 'rate', 'signal', 'counter', 'time', 'marker'];

function splitAt(part: string): [string, string] {
  const at = part.indexOf('=');
  return [part.slice(0, Math.max(at, 0)).trim().toLowerCase(), part.slice(at + 1).trim()];
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
