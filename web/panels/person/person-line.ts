import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { personTexts } from '../../texts/person.js';
import { controls } from '../../ui/styles.js';
import { CardElement } from './card-element.js';
import { personWords } from './person-words.js';

/** Who this is, in one or two sentences. */
@customElement('myo-person-line')
export class PersonLine extends CardElement {
  static override styles = [
    controls,
    css`
      p {
        padding: 6px 12px;
        border-left: 4px solid var(--titanium);
        background: var(--surface-2);
        border-radius: 0 var(--radius-s) var(--radius-s) 0;
        color: var(--ink-2);
        font-size: var(--size-m);
        line-height: 1.45;
      }
    `,
  ];

  override render() {
    const { card } = this;
    if (!card) return nothing;
    const words = personWords(card);
    const t = personTexts();
    return html`<p data-testid="person-line">
      <strong>${t.numbered(card.number)}</strong> ${words.slice(0, 2).join(' ')}
      ${words.length === 1 ? t.howDiffer : nothing}
    </p>`;
  }
}
