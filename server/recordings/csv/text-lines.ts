import { StreamError } from '../../../src/ground/signal/errors.js';
import { textOf } from './text-source.js';

/** A line of a text file; more than one where a quoted cell holds line breaks. */
export interface Line {
  readonly text: string;
  /** 1-based line in the file. */
  readonly row: number;
  /** False for a last line that no line end follows. */
  readonly ended: boolean;
}

/** More characters than any row of samples has; what is longer is no table, and would fill the memory. */
const longestLine = 1 << 20;

/**
 * The lines of a text file in batches, ended by LF, CR LF or CR. A quoted cell may hold line ends.
 * @throws StreamError naming the row that is too long, or that opens a quote and never closes it
 */
export async function* linesOf(path: string): AsyncGenerator<Line[]> {
  const lines = new LineJoiner(path);
  let carried = '';
  for await (const piece of textOf(path)) {
    const text = carried + piece;
    // A CR at the end may be the first half of CR LF.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const pieces = whole.includes('\r') ? whole.split(/\r\n|\n|\r/) : whole.split('\n');
    carried = (pieces.pop() ?? '') + text.slice(whole.length);
    lines.check(carried, 1);
    yield pieces.map((line) => lines.add(line, true)).filter((line) => line !== undefined);
  }
  const rest = carried.replace(/\r$/, '');
  const last = carried === '' ? undefined : lines.add(rest, rest !== carried);
  lines.end();
  if (last) yield [last];
}

/** Joins lines that a quoted cell spans, each character looked at once. */
class LineJoiner {
  private row = 0;
  /** Parts of a line whose quote is open. */
  private parts: string[] = [];
  private length = 0;
  /** Row in which it was opened. */
  private first = 0;

  constructor(private readonly path: string) {}

  add(text: string, ended: boolean): Line | undefined {
    this.row++;
    this.check(text);
    const quoted = this.parts.length > 0;
    if (!quoted && !text.includes('"')) return { text, row: this.row, ended };
    if (!quoted) this.first = this.row;
    this.parts.push(text);
    this.length += text.length + 1;
    if (leavesQuoteOpen(text, quoted)) return undefined;
    const line = { text: this.parts.join('\n'), row: this.first, ended };
    this.parts = [];
    this.length = 0;
    return line;
  }

  /** @throws StreamError where what has come of a line is too much */
  check(text: string, ahead = 0): void {
    if (this.length + text.length <= longestLine) return;
    if (this.parts.length > 0) throw this.unclosed();
    throw new StreamError(
      `${this.path}: row ${this.row + ahead} is longer than ${longestLine} characters, expected one sample per row`,
      {
        hint: 'Write one row per sample and one column per electrode; transpose the table if its channels are rows.',
      },
    );
  }

  end(): void {
    if (this.parts.length > 0) throw this.unclosed();
  }

  private unclosed(): StreamError {
    return new StreamError(`${this.path}: row ${this.first} opens a quote (") that is never closed`, {
      hint: 'Close the quote, or write a quote within a cell twice ("").',
    });
  }
}

/** Whether a line ends within a quoted cell. A quote opens a cell only at its start (RFC 4180). */
function leavesQuoteOpen(line: string, quoted: boolean): boolean {
  let atStart = true;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (quoted) quoted = character !== '"';
    else if (character === '"' && (atStart || line.charAt(i - 1) === '"')) quoted = true;
    if (!quoted) atStart = character === ' ' ? atStart : ',;\t|'.includes(character);
  }
  return quoted;
}
