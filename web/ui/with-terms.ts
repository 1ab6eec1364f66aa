import { html, type TemplateResult } from 'lit';
import { glossed } from '../texts/glossed.js';
import type { TermId } from '../texts/glossary.js';
import './term.js';

/** A text whose technical words, at their first mention, can be asked what they mean. */
export function withTerms(text: string, met: Set<TermId>): (TemplateResult | string)[] {
  return glossed(text, met).map(({ text: piece, term }) =>
    term ? html`<myo-term word=${term}>${piece}</myo-term>` : piece,
  );
}
