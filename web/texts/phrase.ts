import { language } from '../data/language.js';
import type { Pattern } from './german/pattern.js';
import { saidBy } from './german/said-by.js';

type Phrases = Readonly<Record<string, string>>;

let phrases: Phrases = {};
let patterns: readonly Pattern[] = [];

/**
 * What the patient or a description of the scenario says in English (names of movements, muscles and presets,
 * explanations of fields, the state of the session), in the language of the page. What has no translation stays English.
 */
export function phrase(english: string): string {
  if (language() === 'en') return english;
  return saidBy(phrases, patterns, english) ?? english;
}

/** Load what {@link phrase} needs for the language of the page. English needs nothing. */
export async function loadPhrases(): Promise<void> {
  if (language() !== 'de') return;
  ({ phrases, patterns } = await import('./german/index.js'));
}
