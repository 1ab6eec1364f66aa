import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../web/data/language.js';
import { texts } from '../../../web/texts/texts.js';
import { filesOf } from '../../support/source-tree.js';
import { strayWords } from './stray-texts.js';

/** A file says so itself while its texts still stand in it. */
const UNTRANSLATED = '// Texts still stand here, in English only.';

const shown = filesOf('web').filter((file) => /^web\/(?:ui|panels|views)\//u.test(file));

describe('texts of the page', () => {
  afterEach(() => setLanguage('en'));

  it.each(shown)('of %s stand in web/texts', (file) => {
    const source = readFileSync(file, 'utf8');
    const stray = strayWords(source);
    // A file without any does not need the note any more.
    if (source.includes(UNTRANSLATED)) expect(stray).not.toEqual([]);
    else expect(stray).toEqual([]);
  });

  it('are found where they stray', () => {
    expect(strayWords('html`<p>Hello ${name}, µV</p><a title="Go there" class="far away">${x}</a>`')).toEqual(
      ['Go', 'there', 'Hello'],
    );
  });

  it('are those of the language that the page speaks', () => {
    const some = texts({ en: { more: (n: number) => `${n} more` }, de: { more: (n) => `${n} weitere` } });
    expect(some().more(2)).toBe('2 more');
    setLanguage('de');
    expect(some().more(2)).toBe('2 weitere');
  });
});
