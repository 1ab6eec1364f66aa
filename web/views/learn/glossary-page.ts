import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { language } from '../../data/language.js';
import { glossary } from '../../texts/glossary.js';
import { learnTexts } from '../../texts/learn.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import { pageStyles } from './page-styles.js';

/** Every technical word with what it means, in the order of the alphabet. */
@customElement('myo-glossary')
export class GlossaryPage extends SpokenElement {
  static override styles = [controls, pageStyles];

  override render() {
    const t = learnTexts();
    const words = Object.values(glossary()).sort((a, b) => a.word.localeCompare(b.word, language()));
    return html`<h1>${t.glossaryTitle}</h1>
      <p>${t.glossaryIntro}</p>
      <dl>
        ${words.map(
          ({ word, gloss }) =>
            html`<dt>${word}</dt>
              <dd>${gloss}</dd>`,
        )}
      </dl>`;
  }
}
