import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { glossary, type TermId } from '../texts/glossary.js';
import { SpokenElement } from './spoken-element.js';

/**
 * A technical word that explains itself when it is asked: by a click, a touch or a key, never by hovering alone.
 * @example html`<myo-term word="emg">EMG</myo-term>`
 */
@customElement('myo-term')
export class Term extends SpokenElement {
  static override styles = css`
    :host {
      display: inline;
    }
    button {
      display: inline;
      padding: 0;
      border: 0;
      background: none;
      font: inherit;
      color: inherit;
      text-align: inherit;
      text-decoration: underline dotted var(--accent) 2px;
      text-underline-offset: 3px;
      cursor: help;
    }
    button:hover {
      color: var(--accent);
    }
    button:focus-visible {
      outline: 3px solid var(--accent);
      outline-offset: 2px;
    }
    [popover] {
      position: fixed;
      inset: auto;
      margin: 0;
      max-width: min(320px, calc(100vw - 24px));
      padding: 10px 14px;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink);
      box-shadow: var(--shadow);
      font: 400 var(--size-m) / 1.45 var(--font);
      text-align: left;
    }
    strong {
      display: block;
    }
    @media print {
      button {
        text-decoration: none;
      }
    }
  `;

  @property() word: TermId = 'emg';

  private readonly place = (event: Event): void => {
    if (!(event instanceof ToggleEvent) || !(event.target instanceof HTMLElement)) return;
    const open = event.newState === 'open';
    const button = this.renderRoot.querySelector('button');
    button?.setAttribute('aria-expanded', String(open));
    if (!open || !button) return;
    const at = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = event.target;
    const below = at.bottom + 6 + height < innerHeight;
    event.target.style.left = `${Math.max(12, Math.min(at.left, innerWidth - width - 12))}px`;
    event.target.style.top = `${below ? at.bottom + 6 : Math.max(12, at.top - height - 6)}px`;
  };

  private readonly ask = (): void => {
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.togglePopover();
  };

  override render() {
    const { word, gloss } = glossary()[this.word];
    return html`<button type="button" aria-expanded="false" aria-controls="gloss" @click=${this.ask}>
        <slot></slot></button
      ><span id="gloss" popover role="note" aria-live="polite" @toggle=${this.place}
        ><strong>${word}</strong>${gloss}</span
      >`;
  }
}
