import { glossary, isTerm, type TermId } from './glossary.js';

/** A piece of a text: a technical word at its first mention, or what stands between. */
export type Piece = { readonly text: string; readonly term?: TermId };

/**
 * Cut a text at the technical words that were not met before.
 * @param met words explained already; those of this text are added
 */
export function glossed(text: string, met: Set<TermId>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(pattern())) {
    const term = Object.keys(found.groups ?? {}).find((name) => found.groups?.[name] !== undefined);
    const id = term?.replaceAll('_', '-');
    if (id === undefined || !isTerm(id) || met.has(id)) continue;
    met.add(id);
    if (found.index > at) pieces.push({ text: text.slice(at, found.index) });
    pieces.push({ text: found[0], term: id });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

const patterns = new WeakMap<object, RegExp>();

/** All forms of all words, the longer word first: `motor unit` before `unit`. */
function pattern(): RegExp {
  const words = glossary();
  let known = patterns.get(words);
  if (!known) {
    const all = Object.entries(words)
      .sort(([, a], [, b]) => b.forms.length - a.forms.length)
      .map(([id, { forms }]) => `(?<${id.replaceAll('-', '_')}>(?:${forms}))`);
    known = new RegExp(`(?<![\\p{L}\\d-])(?:${all.join('|')})(?![\\p{L}\\d])`, 'gu');
    patterns.set(words, known);
  }
  return known;
}
