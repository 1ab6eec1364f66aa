import type { Pattern } from '../pattern.js';

/** What an error says, by its English; `…` stands for what is filled in, which the German has as `$1`, `$2` and so on. */
export type Filled = Readonly<Record<string, string>>;

const HOLE = '…';

/** Those without a hole: whole phrases. */
export function wholeOf(filled: Filled): Record<string, string> {
  return Object.fromEntries(Object.entries(filled).filter(([english]) => !english.includes(HOLE)));
}

/** Those with holes, as patterns. */
export function patternsOf(filled: Filled): Pattern[] {
  return Object.entries(filled)
    .filter(([english]) => english.includes(HOLE))
    .map(([english, german]) => [patternOf(english), german]);
}

function patternOf(english: string): RegExp {
  const parts = english.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 'su');
}
