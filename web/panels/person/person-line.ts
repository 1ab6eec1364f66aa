// Texts still stand here, in English only.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
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
    return html`<p data-testid="person-line">
      <strong>Person ${card.number}.</strong> ${words.slice(0, 2).join(' ')}
      ${words.length === 1 ? '“Next person” in the bar on top shows how people differ.' : nothing}
    </p>`;
  }
}
