import { html, type TemplateResult } from 'lit';
import { language } from '../data/language.js';
import { phrase } from '../texts/phrase.js';

/**
 * What the patient or the service says in English, in the language of the page; where there is no translation, marked as
 * English, so that it is spoken so.
 */
export function said(english: string): TemplateResult | string {
  const local = phrase(english);
  return language() === 'en' || local !== english || english === ''
    ? local
    : html`<span lang="en">${english}</span>`;
}
