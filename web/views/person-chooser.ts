import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LAST_PERSON, personNumber, typedPerson } from '../data/person.js';
import type { Topic } from '../data/store.js';
import { appTexts } from '../texts/app.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

/** Which person of the population it is: the next one, the one before, a number, or the typical one. */
@customElement('myo-person-chooser')
export class PersonChooser extends StoreElement {
  static override styles = [
    controls,
    css`
      div {
        display: flex;
        align-items: center;
        gap: 4px;
        font-size: var(--size-s);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--ink-2);
      }
      input {
        width: 4.2em;
        min-height: 32px;
        text-align: center;
        font-weight: 600;
        appearance: textfield;
        -moz-appearance: textfield;
      }
      input::-webkit-inner-spin-button {
        display: none;
      }
      button {
        white-space: nowrap;
        padding: 4px 9px;
      }
      @media (min-width: 761px) and (max-width: 1279px) {
        .word {
          display: none;
        }
      }
      @media (max-width: 760px) {
        div {
          flex-wrap: wrap;
        }
        button.next {
          flex: 1;
        }
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];

  private meet(number: number): void {
    if (number === personNumber(this.store.scenario)) return;
    this.page.dials.set('person.number', number);
  }

  private typed(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const number = typedPerson(event.target.value);
    if (number !== undefined) this.meet(number);
    event.target.value = String(personNumber(this.store.scenario) ?? '');
  }

  override render() {
    const number = personNumber(this.store.scenario);
    const now = number ?? 0;
    const t = appTexts();
    return html`<div role="group" aria-label=${t.personGroup}>
      <button class="quiet" title=${t.typicalTitle} ?disabled=${now === 0} @click=${() => this.meet(0)}>
        ${t.typical}
      </button>
      <button
        aria-label=${t.previousPerson}
        title=${t.previousPerson}
        ?disabled=${now === 0}
        @click=${() => this.meet(now - 1)}
      >
        ‹
      </button>
      <label
        >${t.person}
        <input
          type="number"
          inputmode="numeric"
          data-testid="person-number"
          min="0"
          max=${LAST_PERSON}
          title=${t.personNumber}
          ?disabled=${number === undefined}
          .value=${number === undefined ? '' : String(number)}
          @change=${(e: Event) => this.typed(e)}
      /></label>
      <button
        class="next"
        data-testid="next-person"
        aria-label=${t.nextPerson}
        title=${t.nextTitle}
        ?disabled=${number === undefined || now >= LAST_PERSON}
        @click=${() => this.meet(now + 1)}
      >
        <span class="word">${t.nextPerson}</span> ›
      </button>
    </div>`;
  }
}
