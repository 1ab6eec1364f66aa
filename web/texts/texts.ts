import { language, type Language } from '../data/language.js';

/**
 * Texts of one part of the page, in every language side by side. A language that lacks one does not compile. A text with
 * something to fill in is a function.
 * @returns the texts in the language of the moment: ask anew at every rendering
 * @example
 * export const recorderTexts = texts({
 *   en: { start: 'Record', seconds: (n: number) => `${n} seconds` },
 *   de: { start: 'Aufnehmen', seconds: (n) => `${n} Sekunden` },
 * });
 * // in render(): const t = recorderTexts(); html`<button>${t.start}</button>`
 */
export function texts<T extends object>(
  all: { readonly en: T } & Readonly<Record<Exclude<Language, 'en'>, NoInfer<T>>>,
): () => T {
  const spoken: Readonly<Record<Language, T>> = all;
  return () => spoken[language()];
}
