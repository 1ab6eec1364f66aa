import { texts } from './texts.js';
import { germanGlossary } from './glossary-german.js';
import { englishGlossary } from './glossary-english.js';

/** A technical word: how it is called, what it means, and how it is met in a text. */
export interface GlossaryEntry {
  readonly word: string;
  readonly gloss: string;
  /** Source of a regular expression of its forms, between word boundaries. */
  readonly forms: string;
}

/** Every technical word that Demo and Learn explain. */
export type TermId = keyof typeof englishGlossary;

export const glossary = texts<Readonly<Record<TermId, GlossaryEntry>>>({
  en: englishGlossary,
  de: germanGlossary,
});

/** Whether a name is that of a word of the glossary. */
export function isTerm(name: string): name is TermId {
  return Object.hasOwn(englishGlossary, name);
}
