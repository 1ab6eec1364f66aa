import { countOf, sumOf, toBoolean, toNumber, toText, type Value } from './values.js';

interface XPathFunction {
  /** Least and greatest number of arguments. */
  readonly takes: readonly [number, number];
  readonly of: (...values: readonly Value[]) => Value;
}

const text = (value: Value | undefined): string => toText(value ?? '');
const number = (value: Value | undefined): number => toNumber(value ?? NaN);

/** Functions of XPath 1.0 that need to know of nothing but their arguments. */
export const functions: Readonly<Record<string, XPathFunction>> = {
  true: { takes: [0, 0], of: () => true },
  false: { takes: [0, 0], of: () => false },
  not: { takes: [1, 1], of: (value) => !toBoolean(value ?? false) },
  boolean: { takes: [1, 1], of: (value) => toBoolean(value ?? false) },
  number: { takes: [1, 1], of: (value) => number(value) },
  string: { takes: [1, 1], of: (value) => text(value) },
  count: { takes: [1, 1], of: (value) => countOf(value ?? NaN) },
  sum: { takes: [1, 1], of: (value) => sumOf(value ?? NaN) },
  floor: { takes: [1, 1], of: (value) => Math.floor(number(value)) },
  ceiling: { takes: [1, 1], of: (value) => -Math.floor(-number(value)) },
  round: { takes: [1, 1], of: (value) => Math.floor(number(value) + 0.5) },
  concat: { takes: [2, 16], of: (...values) => values.map(text).join('') },
  'starts-with': { takes: [2, 2], of: (whole, part) => text(whole).startsWith(text(part)) },
  contains: { takes: [2, 2], of: (whole, part) => text(whole).includes(text(part)) },
  'string-length': { takes: [1, 1], of: (value) => [...text(value)].length },
  'normalize-space': { takes: [1, 1], of: (value) => text(value).trim().replace(/\s+/g, ' ') },
  'substring-before': {
    takes: [2, 2],
    of: (whole, part) => text(whole).slice(0, Math.max(0, text(whole).indexOf(text(part)))),
  },
  'substring-after': {
    takes: [2, 2],
    of: (whole, part) => {
      const at = text(whole).indexOf(text(part));
      return at < 0 ? '' : text(whole).slice(at + text(part).length);
    },
  },
  substring: {
    takes: [2, 3],
    of: (whole, from, length) => {
      const first = Math.floor(number(from) + 0.5);
      const last = length === undefined ? Infinity : first + Math.floor(number(length) + 0.5);
      return [...text(whole)].filter((_, i) => i + 1 >= first && i + 1 < last).join('');
    },
  },
  translate: {
    takes: [3, 3],
    of: (whole, from, to) => {
      const [old, fresh] = [[...text(from)], [...text(to)]];
      return [...text(whole)]
        .map((letter) => (old.includes(letter) ? (fresh[old.indexOf(letter)] ?? '') : letter))
        .join('');
    },
  },
};
