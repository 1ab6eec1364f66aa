import { floatText } from './c-number.js';

/** Work of a piece of C: floating-point additions, multiplications and divisions, and calls of functions of math.h. */
export interface Work {
  readonly operations: number;
  readonly calls: number;
}

/** A number or an index takes four bytes. */
const BYTES = 4;
const WIDTH = 108;

/** A C file in the making: what its parts add, and what they cost in memory and work. */
export class CSource {
  /** Bytes of all tables. */
  constantBytes = 0;
  /** Bytes of all state, work space included. */
  stateBytes = 0;
  private readonly defines: string[] = [];
  private readonly tables: string[] = [];
  private readonly fields: string[] = [];
  private readonly functions: string[] = [];
  private readonly resets: string[] = [];
  private readonly work = { sample: { operations: 0, calls: 0 }, decision: { operations: 0, calls: 0 } };

  /** @param utilities functions by name, written where something calls them */
  constructor(private readonly utilities: Readonly<Record<string, string>> = {}) {}

  /** A number that the code goes by. */
  define(name: string, value: number | string, why = ''): void {
    this.defines.push(
      `#define ${name} ${typeof value === 'number' ? floatText(value) : value}${comment(why)}`,
    );
  }

  /** A table of numbers, `static const float name[]`. */
  table(name: string, values: ArrayLike<number>, why = ''): void {
    this.constantBytes += BYTES * values.length;
    this.tables.push(tableText(`float ${name}[${values.length}]`, Array.from(values, floatText), why));
  }

  /** A table of whole numbers. */
  integers(name: string, values: ArrayLike<number>, why = ''): void {
    this.constantBytes += BYTES * values.length;
    this.tables.push(tableText(`int ${name}[${values.length}]`, Array.from(values, String), why));
  }

  /** Something to be remembered, `s.name`; a single one where no count is given. */
  state(type: 'float' | 'int', name: string, count?: number, why = ''): void {
    this.stateBytes += BYTES * (count ?? 1);
    this.fields.push(`  ${type} ${name}${count === undefined ? '' : `[${count}]`};${comment(why)}`);
  }

  /** A field of another type, such as the decision, of so many numbers. */
  field(type: string, name: string, numbers: number): void {
    this.stateBytes += BYTES * numbers;
    this.fields.push(`  ${type} ${name};`);
  }

  /** A statement that runs when everything is forgotten, after all state is 0. */
  atReset(statement: string): void {
    this.resets.push(statement);
  }

  get resetting(): readonly string[] {
    return this.resets;
  }

  /** A function, or several; what is there already is not written again. */
  code(text: string): void {
    if (!this.functions.includes(text.trim())) this.functions.push(text.trim());
  }

  /** Whether a function with this text is there already. */
  has(text: string): boolean {
    return this.functions.some((one) => one.includes(text));
  }

  /** Work per sample of all channels, or per decision. */
  costs(per: 'sample' | 'decision', operations: number, calls = 0): void {
    this.work[per].operations += operations;
    this.work[per].calls += calls;
  }

  costOf(per: 'sample' | 'decision'): Work {
    return this.work[per];
  }

  /** All of it, in the order that C wants. */
  text(): string {
    const state = `static struct {\n${this.fields.join('\n')}\n} s;`;
    const called = Object.entries(this.utilities)
      .filter(([name]) => this.has(`${name}(`))
      .map(([, code]) => code.trim());
    return [this.defines.join('\n'), ...this.tables, state, ...called, ...this.functions].join('\n\n');
  }
}

/** `static const` table with lines of bearable length. */
export function tableText(declaration: string, values: readonly string[], why = ''): string {
  const lines: string[] = [];
  let line = ' ';
  for (const value of values) {
    if (line.length + value.length + 2 > WIDTH) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${value},`;
  }
  lines.push(line);
  return `${why && `/* ${why} */\n`}static const ${declaration} = {\n${lines.join('\n')}\n};`;
}

function comment(why: string): string {
  return why && ` /* ${why} */`;
}
