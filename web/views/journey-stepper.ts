import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readable } from '../data/format.js';
import type { Topic } from '../data/store.js';
import { journeyTexts } from '../texts/journey.js';
import { phrase } from '../texts/phrase.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

/** Stages of the patient's journey, the present one filling as it passes; a click goes to a stage. */
@customElement('myo-journey')
export class JourneyStepper extends StoreElement {
  static override styles = [
    controls,
    css`
      :host([hidden]) {
        display: none;
      }
      nav {
        display: flex;
        align-items: center;
        gap: 4px 12px;
        padding: 4px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      strong {
        font-size: var(--size-s);
        white-space: nowrap;
      }
      ol {
        display: flex;
        flex: 1;
        gap: 4px;
        margin: 0;
        padding: 2px;
        list-style: none;
        overflow-x: auto;
      }
      li {
        flex: 1 0 auto;
      }
      .text {
        padding: 5px 14px 0;
        color: var(--ink-2);
        font-size: var(--size-m);
        line-height: 1.4;
      }
      .hold {
        flex: none;
        min-height: 32px;
        white-space: nowrap;
      }
      li button {
        position: relative;
        width: 100%;
        min-height: 30px;
        padding: 2px 10px 5px;
        border-color: var(--line);
        overflow: hidden;
        white-space: nowrap;
      }
      li button[aria-current] {
        border-color: var(--accent);
        background: var(--accent-soft);
        font-weight: 700;
      }
      i {
        position: absolute;
        inset: auto auto 0 0;
        height: 4px;
        width: 100%;
        background: var(--accent);
        transform-origin: left;
        transform: scaleX(0);
      }
      li button:not([aria-current]) i,
      i[hidden] {
        display: none;
      }
      @media (max-width: 759px) {
        strong {
          display: none;
        }
      }
    `,
  ];

  @property({ type: Boolean, reflect: true }) override hidden = true;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'stage', 'connection'];
  private drawnAt = 0;

  protected override willUpdate(): void {
    this.hidden = !this.store.journey;
  }

  protected override frame(now: number): void {
    const { journey } = this.store;
    if (!journey || now - this.drawnAt < 200) return;
    this.drawnAt = now;
    const passed = (this.store.index - journey.from) / Math.max(1, journey.until - journey.from);
    const bar = this.renderRoot.querySelector('[aria-current] i');
    if (bar instanceof HTMLElement)
      bar.style.transform = `scaleX(${Math.min(1, Math.max(0, passed)).toFixed(3)})`;
  }

  private ask(wish: { readonly stage?: number; readonly hold?: boolean }): void {
    this.page.connection.send({ op: 'setStage', ...wish });
  }

  override render() {
    const { journey } = this.store;
    if (!journey) return nothing;
    const t = journeyTexts();
    const lost = this.store.connection !== 'open';
    const { text } = journey.stages[journey.stage] ?? { text: '' };
    return html`<nav aria-label=${t.label}>
        <strong>${t.heading}</strong>
        <ol>
          ${journey.stages.map(
            (stage, i) =>
              html`<li>
                <button
                  aria-current=${i === journey.stage ? 'step' : nothing}
                  ?disabled=${lost}
                  title=${t.goTo(stage.durationS)}
                  @click=${() => this.ask({ stage: i })}
                >
                  ${readable(phrase(stage.title))}<i ?hidden=${journey.held}></i>
                </button>
              </li>`,
          )}
        </ol>
        <button
          class="hold"
          data-testid="journey-hold"
          data-held=${journey.held}
          ?disabled=${lost}
          title=${t.holdHint}
          @click=${() => this.ask({ hold: !journey.held })}
        >
          ${journey.held ? t.resume : t.hold}
        </button>
      </nav>
      ${text ? html`<p class="text">${phrase(text)}</p>` : nothing}`;
  }
}
