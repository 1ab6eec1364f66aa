import { ProtocolError } from '../../../ground/signal/errors.js';
import { functions } from './functions.js';
import { pathFrom, type Step } from './path.js';
import { tokensOf, type Token } from './tokens.js';
import { compares, toBoolean, toNumber, type Expression } from './values.js';

/** How deep brackets may be nested, and how long a query may be: both far above what programs ask. */
const [DEEPEST, LONGEST] = [24, 2000];

const levels = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
] as const;

/**
 * Read an XPath 1.0 expression: all of it but other axes than child, descendant and parent, variables and namespaces.
 * @throws ProtocolError where it is none
 */
export function parseQuery(query: string): Expression {
  if (query.length > LONGEST)
    throw new ProtocolError(`query: got ${query.length} characters, at most ${LONGEST} are read`);
  const reader = new QueryReader(tokensOf(query));
  const expression = reader.binary(0);
  reader.end();
  return expression;
}

class QueryReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  end(): void {
    if (this.at < this.tokens.length) throw this.misfit('nothing more');
  }

  binary(level: number): Expression {
    const operators: readonly string[] | undefined = levels[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((word) => this.takes(word));
      if (operator === undefined) return left;
      left = combined(left, operator, this.binary(level + 1));
    }
  }

  private unary(): Expression {
    if (!this.takes('-')) return this.union();
    return this.deeper(() => {
      const operand = this.unary();
      return (at) => -toNumber(operand(at));
    });
  }

  private union(): Expression {
    let left = this.primary();
    while (this.takes('|')) {
      const [one, other] = [left, this.primary()];
      left = (at) => {
        const [a, b] = [one(at), other(at)];
        return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : [];
      };
    }
    return left;
  }

  private primary(): Expression {
    const token = this.tokens[this.at];
    if (token?.kind === 'number' || token?.kind === 'text') {
      this.at++;
      const value = token.kind === 'number' ? Number(token.text) : token.text;
      return () => value;
    }
    if (this.takes('(')) {
      const inner = this.deeper(() => this.binary(0));
      this.needs(')');
      return inner;
    }
    if (token?.kind === 'name' && this.tokens[this.at + 1]?.text === '(' && token.text !== 'text')
      return this.call(token.text);
    return this.path();
  }

  private call(name: string): Expression {
    this.at += 2;
    const given: Expression[] = [];
    if (!this.takes(')')) {
      do given.push(this.deeper(() => this.binary(0)));
      while (this.takes(','));
      this.needs(')');
    }
    if (given.length === 0 && name === 'position') return ({ position }) => position;
    if (given.length === 0 && name === 'last') return ({ size }) => size;
    const called = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const [least, most] = called?.takes ?? [0, 0];
    if (!called || given.length < least || given.length > most)
      throw new ProtocolError(
        `query: got ${name}() with ${given.length} arguments, which is not known here`,
        {
          hint: `Use one of ${Object.keys(functions).join(', ')}, position, last.`,
        },
      );
    return (at) => called.of(...given.map((argument) => argument(at)));
  }

  private path(): Expression {
    const steps: Step[] = [];
    const isAbsolute = this.isNext('/') || this.isNext('//');
    const expectsStep = !this.takes('/') || this.tokens[this.at]?.kind === 'name' || this.isNext('*');
    if (!expectsStep) return pathFrom('document', []);
    do steps.push(this.step());
    while (this.takes('/') || this.isNext('//'));
    return pathFrom(isAbsolute ? 'document' : 'here', steps);
  }

  private step(): Step {
    const isDeep = this.takes('//');
    const isAttribute = this.takes('@');
    const token = this.tokens[this.at];
    const isStep = token?.kind === 'name' || ['*', '.', '..'].includes(token?.text ?? '');
    if (!token || !isStep || token.kind === 'text') throw this.misfit('the name of an element');
    this.at++;
    if (token.kind === 'name' && this.takes('(')) this.needs(')');
    const conditions: Expression[] = [];
    while (this.takes('[')) {
      conditions.push(this.deeper(() => this.binary(0)));
      this.needs(']');
    }
    return { name: isAttribute ? '@' : token.text, isDeep, conditions };
  }

  private isNext(text: string): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && token.text === text && token.kind !== 'text';
  }

  private takes(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.at++;
    return true;
  }

  private needs(text: string): void {
    if (!this.takes(text)) throw this.misfit(`"${text}"`);
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST)
      throw new ProtocolError(`query: nested more than ${DEEPEST} deep`, { hint: 'Ask for less at once.' });
    const found = read();
    this.depth--;
    return found;
  }

  private misfit(expected: string): ProtocolError {
    return new ProtocolError(`query: got ${this.tokens[this.at]?.text ?? 'its end'}, expected ${expected}`, {
      hint: "Ask by something like name='Myodesis' and type='EMG'.",
    });
  }
}

function combined(left: Expression, operator: string, right: Expression): Expression {
  switch (operator) {
    case 'or':
      return (at) => toBoolean(left(at)) || toBoolean(right(at));
    case 'and':
      return (at) => toBoolean(left(at)) && toBoolean(right(at));
    case '+':
      return (at) => toNumber(left(at)) + toNumber(right(at));
    case '-':
      return (at) => toNumber(left(at)) - toNumber(right(at));
    case '*':
      return (at) => toNumber(left(at)) * toNumber(right(at));
    case 'div':
      return (at) => toNumber(left(at)) / toNumber(right(at));
    case 'mod':
      return (at) => toNumber(left(at)) % toNumber(right(at));
    default:
      return (at) => compares(left(at), operator, right(at));
  }
}
