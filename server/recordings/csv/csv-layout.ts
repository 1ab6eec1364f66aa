import { StreamError } from '../../../src/ground/signal/errors.js';
import { splitCells } from '../../../src/recording/csv-cells.js';
import { quantityOf } from '../column-name.js';
import { cellNumber, isBlank, stampNumber, type DecimalMark } from './cell-number.js';
import { namesOfDump, type Names } from './known-dumps.js';
import type { Line } from './text-lines.js';

/** How a delimited file is laid out, as its first lines show. */
export interface CsvLayout {
  readonly delimiter: string;
  readonly mark: DecimalMark;
  /** Columns of a row, without the empty one that a delimiter at its end makes. */
  readonly columns: number;
  /** Names as written; absent where the file has none. */
  readonly names?: readonly string[];
  /** A row of units below the names; '' where it says nothing. */
  readonly units?: readonly string[];
  /** The line of names, which may come again where files were put together. */
  readonly headerText?: string;
  /** Row of the first sample. */
  readonly firstRow: number;
  /** Lines before the names and comments, which may state the rate. */
  readonly preamble: readonly string[];
  /** First rows of samples, as cells. */
  readonly examples: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

const delimiters = ['\t', ';', ',', '|', ' '];
/** Last lines of the head by which delimiter and decimal mark are told: what stands before the samples is not among them. */
const tellingLines = 60;
/** Nobody has more electrodes: a table of more columns has its channels in rows. */
const mostColumns = 1100;

/** A comment, wherever it stands. */
export const isComment = (text: string): boolean => /^\s*[#%]/.test(text);
const isContent = ({ text }: Line): boolean => /[^\s,;|]/.test(text) && !isComment(text);

/**
 * Find delimiter, decimal mark, names, units and the first row of samples. The samples decide: names are in the last
 * row before them that has as many cells, which may be a comment (as NumPy writes it); all before is preamble.
 *
 * @param head first lines of the file
 * @throws StreamError where no row of numbers is found, or names and rows differ in number
 */
export function csvLayout(path: string, head: readonly Line[]): CsvLayout {
  const lines = head.filter(isContent);
  const markup = /^\s*(?:[{<]|\[\s*[[{"])/.exec(lines[0]?.text ?? '');
  if (markup)
    throw new StreamError(
      `${path}: row ${lines[0]?.row} starts with "${markup[0].trim()}", as JSON and HTML do, expected a table`,
      { hint: 'Export the recording as CSV: one row per sample, one column per electrode.' },
    );
  if (lines.length === 0)
    throw new StreamError(
      `${path}: the file holds no rows${head.some(({ text }) => text.trim()) ? ' but comments' : ''}`,
      {
        hint: 'Expected one row per sample, one column per electrode, with or without a header line.',
      },
    );
  const cut = lines.length > 1 && lines.at(-1)?.ended === false ? lines.slice(0, -1) : lines;
  const guess = bestGuess(cut.slice(-tellingLines), cut);
  const { delimiter, mark } = guess;
  const rows = cut.map((line) => ({ ...line, cells: splitCells(line.text, delimiter) }));
  const notes: string[] = [];
  let first = rows.findIndex(({ cells }) => isSample(cells, guess));
  if (first < 0 || guess.score === 0) throw noNumbers(path, cut);
  while (first > 0 && isDamagedSample(rows[first - 1]?.cells, rows[first - 2]?.cells, guess)) first--;
  const before = rows.slice(0, first);
  if (isCount(rows[first]?.cells, rows[first + 1]?.cells, mark)) {
    notes.push(`Row ${rows[first]?.row} counts the samples and was passed over.`);
    first++;
  }
  const hasUnits = isUnits(before.at(-1)?.cells) && before.length > 1 && fits(before.at(-2)?.cells, guess);
  if (hasUnits) notes.push(`Row ${before.at(-1)?.row} was taken for the units of the columns.`);
  const unitsRow = hasUnits ? before.pop() : undefined;
  const headerRow = before.at(-1);
  const firstRow = rows[first]?.row ?? 1;
  const comments = head.filter(({ text, row }) => row < firstRow && isComment(text));
  const known = namesOfDump(
    [...comments, ...before].map(({ text }) => text),
    guess.columns,
  );
  const named = known ?? namesFrom(path, headerRow, guess) ?? commentedNames(comments, guess);
  if (named?.isHeader) before.pop();
  const columns = named?.names.length ?? guess.columns;
  if (columns > mostColumns)
    throw new StreamError(
      `${path}: row ${firstRow} has ${columns} columns, expected at most ${mostColumns}`,
      {
        hint: 'Write one row per sample and one column per electrode; transpose the table if its channels are rows.',
      },
    );
  const counted = rows[first]?.cells.map((cell) => cell.trim());
  if (
    !named &&
    counted &&
    counted.length > 1 &&
    [0, 1].some((from) => counted.every((cell, i) => cell === String(i + from)))
  )
    notes.push(
      `Row ${firstRow} says ${counted.slice(0, 3).join(', ')} …, as numbers of columns would; it was taken for a sample.`,
    );
  return {
    delimiter,
    mark,
    columns,
    ...(named && { names: named.names }),
    ...(unitsRow && { units: unitsRow.cells.map(bareUnit) }),
    ...(known?.units && { units: known.units }),
    ...(named?.isHeader && headerRow && { headerText: headerRow.text }),
    firstRow,
    preamble: [...comments, ...before].map(({ text }) => text),
    examples: rows.slice(first).map(({ cells }) => cells),
    notes,
  };
}

interface Guess {
  readonly delimiter: string;
  readonly mark: DecimalMark;
  readonly columns: number;
  /** Whether every row ends in a delimiter. */
  readonly trailing: boolean;
  /** Places of columns of numbers. */
  readonly numeric: readonly number[];
  readonly score: number;
}

/** Delimiter and decimal mark that make numbers of most cells; of equals, the one that makes more columns. */
function bestGuess(lines: readonly Line[], all: readonly Line[]): Guess {
  let best: Guess | undefined;
  const better = (guess: Guess): boolean =>
    !best ||
    guess.score > best.score + 1e-9 ||
    (guess.score > best.score - 1e-9 && guess.columns > best.columns);
  for (const delimiter of delimiters)
    for (const mark of ['.', ','] as const) {
      const guess = guessOf(lines, delimiter, mark);
      if (better(guess)) best = guess;
    }
  return best ?? guessOf(all, ',', '.');
}

function guessOf(lines: readonly Line[], delimiter: string, mark: DecimalMark): Guess {
  const rows = lines.map(({ text }) => splitCells(text, delimiter));
  const lengths = new Map<number, number>();
  for (const { length } of rows) lengths.set(length, (lengths.get(length) ?? 0) + 1);
  const [width = 1, times = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [];
  const fitting = rows.filter(({ length }) => length === width);
  const trailing =
    delimiter !== ' ' && width > 1 && fitting.every((cells) => cells[width - 1]?.trim() === '');
  const columns = trailing ? width - 1 : width;
  let numbers = 0;
  const numeric: number[] = [];
  for (let c = 0; c < columns; c++) {
    const cells = fitting.map((row) => row[c] ?? '');
    const full = cells.filter((cell) => !isBlank(cell));
    const found = full.filter((cell) => stampNumber(cell, mark) !== undefined).length;
    if (full.length > 0 && found >= 0.5 * full.length) numeric.push(c);
    numbers += full.length > 0 ? found / full.length : 0.5;
  }
  // One column of decimal commas is what any ragged table of two columns looks like.
  const unlikely = columns === 1 && mark === ',' ? 0.5 : 1;
  const score =
    numeric.length === 0 ? 0 : (times / Math.max(1, rows.length)) * (numbers / columns) * unlikely;
  return { delimiter, mark, columns, trailing, numeric, score };
}

const fits = (cells: readonly string[] | undefined, { columns, trailing }: Guess): boolean =>
  cells !== undefined &&
  (cells.length === columns || (cells.length === columns + 1 && (trailing || cells[columns]?.trim() === '')));

/** Whether a row has numbers, or nothing, in every column of numbers. */
function isSample(cells: readonly string[], guess: Guess): boolean {
  if (!fits(cells, guess)) return false;
  const known = guess.numeric.filter((c) => !isBlank(cells[c] ?? ''));
  return known.length > 0 && known.every((c) => stampNumber(cells[c] ?? '', guess.mark) !== undefined);
}

/**
 * Whether the row above the first whole one is a sample with a cell that is wrong, and must be named, rather than names:
 * it has numbers, and names stand above it or its first cell is one of the numbers.
 */
function isDamagedSample(
  cells: readonly string[] | undefined,
  above: readonly string[] | undefined,
  guess: Guess,
): boolean {
  if (!cells || !fits(cells, guess)) return false;
  const hasNumber = (c: number): boolean => stampNumber(cells[c] ?? '', guess.mark) !== undefined;
  return hasNumber(0) || (fits(above, guess) && guess.numeric.some(hasNumber));
}

/** AcqKnowledge puts the number of samples below every name, and nothing below that of the time. */
function isCount(
  cells: readonly string[] | undefined,
  next: readonly string[] | undefined,
  mark: DecimalMark,
): boolean {
  if (!cells || !next || cells.length < 2 || cells[0]?.trim() !== '' || !next[0]?.trim()) return false;
  const counts = cells.slice(1).filter((cell) => cell.trim() !== '');
  const [first = ''] = counts;
  return counts.every((cell) => cell === first) && Number.isInteger(cellNumber(first, mark));
}

const bareUnit = (cell: string): string => cell.trim().replace(/^[[(]|[\])]$/g, '');

function isUnits(cells: readonly string[] | undefined): boolean {
  const written = cells?.map(bareUnit).filter((cell) => !/^-*$/.test(cell));
  return (
    written !== undefined && written.length > 0 && written.every((cell) => quantityOf(cell) !== undefined)
  );
}

function namesFrom(
  path: string,
  header: (Line & { cells: readonly string[] }) | undefined,
  guess: Guess,
): Names | undefined {
  if (!header) return undefined;
  const { columns, delimiter } = guess;
  const apart = header.text.trim().split(/\s{2,}|\t/);
  const hasBlanks = delimiter === ' ' && header.cells.length !== columns && apart.length === columns;
  const cells = (hasBlanks ? apart : header.cells).map((cell) => cell.trim());
  if (cells.length > columns && cells.slice(columns).every((cell) => cell === '')) cells.length = columns;
  // What seems an empty column at the end has a name: another device's, slower or shorter.
  if (cells.length === columns || (guess.trailing && cells.length === columns + 1))
    return { names: cells, isHeader: true };
  // R leaves out the name of its column of row names.
  if (cells.length === columns - 1 && columns > 2) return { names: ['', ...cells], isHeader: true };
  if (cells.length < 2 || delimiter === ' ' || cells.some((cell) => cell === '')) return undefined;
  throw new StreamError(
    `${path}: row ${header.row} names ${cells.length} columns, the rows below have ${columns}`,
    { hint: 'Give every column a name, or none; put a name with a comma into quotes.' },
  );
}

/** Names in the last comment before the samples, as `numpy.savetxt` writes them. */
function commentedNames(comments: readonly Line[], { columns, delimiter }: Guess): Names | undefined {
  const text = comments.at(-1)?.text.replace(/^[\s#%]+/, '') ?? '';
  const names = splitCells(text, delimiter).map((cell) => cell.trim());
  const isNames = columns > 1 && names.length === columns && names.every((name) => /\p{L}/u.test(name));
  return isNames ? { names, isHeader: false } : undefined;
}

function noNumbers(path: string, lines: readonly Line[]): StreamError {
  const { text = '', row = 1 } = lines[0] ?? {};
  return new StreamError(`${path}: found no row of numbers; row ${row} says "${text.trim().slice(0, 60)}"`, {
    hint: 'Write one row per sample with one number per electrode, separated by comma, semicolon, tab or blanks.',
  });
}
