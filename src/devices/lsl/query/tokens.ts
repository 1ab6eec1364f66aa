import { ProtocolError } from '../../../ground/signal/errors.js';

/** A word, number, text or sign of a query. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign';
  readonly text: string;
}

const pattern = new RegExp(
  [
    /\s+/,
    /(?<name>[A-Za-z_][\w.-]*)/,
    /(?<number>\d+(?:\.\d*)?|\.\d+)/,
    /"(?<double>[^"]*)"|'(?<single>[^']*)'/,
    /(?<sign>\/\/|!=|<=|>=|\.\.|[/()[\],|=<>+*@.-])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);

/**
 * Take a query apart.
 * @throws ProtocolError at the first character that no query has
 */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < query.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(query)?.groups;
    if (!groups)
      throw new ProtocolError(`query: got "${query.slice(at, at + 20)}" where XPath has no such character`, {
        hint: "Ask by something like name='Myodesis' and type='EMG'.",
      });
    const { name, number, double, single, sign } = groups;
    const text = double ?? single;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}
