// Texts still stand here, in English only.
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../panels/decision/decision-panel.js';
import '../panels/dials/dial.js';
import '../panels/intent/intent-panel.js';
import '../panels/limb/limb-panel.js';
import '../panels/limb/limb-view.js';
import '../panels/person/person-panel.js';
import '../panels/prosthesis/prosthesis-panel.js';
import '../panels/signals/signals-panel.js';
import { goTo } from '../ui/go-to.js';
import '../ui/panel.js';
import { controls } from '../ui/styles.js';
import { type LessonPanel, lessons } from './lessons.js';
import { SpokenElement } from '../ui/spoken-element.js';

const shown: Record<LessonPanel, () => TemplateResult> = {
  signals: () => html`<myo-signals class="tall"></myo-signals>`,
  limb: () =>
    html`<myo-panel class="tall" heading="Limb"><myo-limb-view movable></myo-limb-view></myo-panel>`,
  'motor-unit': () => html`<myo-limb class="tall"></myo-limb>`,
  spectrum: () => html`<myo-panel class="tall" heading="Spectrum"><myo-spectrum></myo-spectrum></myo-panel>`,
  decision: () => html`<myo-panel class="tall" heading="Decision"><myo-decision></myo-decision></myo-panel>`,
  prosthesis: () => html`<myo-prosthesis class="tall"></myo-prosthesis>`,
  person: () => html`<myo-panel class="tall" heading="Person"><myo-person></myo-person></myo-panel>`,
  intent: () => html`<myo-panel heading="Intent"><myo-intent></myo-intent></myo-panel>`,
};

/** The traces take the whole width, so they come first and leave no hole. */
function inOrder(panels: readonly LessonPanel[]): readonly LessonPanel[] {
  return [...panels].sort((a, b) => Number(b === 'signals') - Number(a === 'signals'));
}

/** One question at a time. */
@customElement('myo-learn')
export class LearnView extends SpokenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        padding: 12px;
        align-content: start;
      }
      nav ol {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
        counter-reset: lesson;
      }
      nav a {
        display: block;
        padding: 7px 10px;
        border-left: 3px solid var(--line);
        color: var(--ink-2);
        text-decoration: none;
        font-size: var(--size-s);
        line-height: 1.3;
      }
      nav a[aria-current] {
        border-left-color: var(--accent);
        background: var(--accent-soft);
        color: var(--ink);
        font-weight: 650;
      }
      nav select {
        width: 100%;
      }
      .lesson {
        max-width: 66ch;
        padding: 4px 6px;
      }
      h1 {
        margin: 0 0 10px;
        font-size: var(--size-xl);
        line-height: 1.2;
        letter-spacing: -0.01em;
        text-wrap: balance;
      }
      .lesson p,
      .lesson li {
        font-size: 0.9375rem;
        line-height: 1.55;
      }
      .lesson ol {
        padding-left: 1.3em;
        margin: 10px 0;
      }
      .watch {
        padding: 8px 12px;
        border-left: 4px solid var(--warm);
        background: var(--warm-soft);
        border-radius: 0 var(--radius-s) var(--radius-s) 0;
      }
      .dials {
        margin-top: 12px;
      }
      details {
        margin-top: 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        background: var(--surface);
      }
      summary {
        padding: 9px 12px;
        font-weight: 600;
        cursor: pointer;
      }
      details p {
        padding: 0 12px 12px;
      }
      .live {
        display: grid;
        gap: 10px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
        align-content: start;
        align-items: start;
      }
      .tall {
        height: 390px;
      }
      myo-signals.tall {
        grid-column: 1 / -1;
        height: 460px;
      }
      .wide-list {
        display: none;
      }
      .turn {
        display: flex;
        gap: 8px;
        margin-top: 14px;
      }
      @media (min-width: 1100px) {
        :host {
          grid-template-columns: 230px minmax(320px, 27%) minmax(0, 1fr);
          overflow: auto;
        }
        .wide-list {
          display: block;
        }
        .narrow-list {
          display: none;
        }
      }
    `,
  ];

  /** Id of the lesson, as the address says it. */
  @property() chapter = '';
  @state() private spectrumReady = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void import('../panels/spectrum/spectrum-panel.js').then(() => (this.spectrumReady = true));
  }

  private go(id: string): void {
    goTo(`learn/${id}`);
  }

  override render() {
    const at = Math.max(
      0,
      lessons.findIndex((lesson) => lesson.id === this.chapter),
    );
    const lesson = lessons[at];
    if (!lesson) return nothing;
    const next = lessons[(at + 1) % lessons.length];
    return html`<nav aria-label="Questions">
        <ol class="wide-list">
          ${lessons.map(
            (one) =>
              html`<li>
                <a href="#learn/${one.id}" aria-current=${one === lesson ? 'page' : nothing}
                  >${one.question}</a
                >
              </li>`,
          )}
        </ol>
        <select
          class="narrow-list"
          aria-label="Question"
          @change=${(e: Event) => e.target instanceof HTMLSelectElement && this.go(e.target.value)}
        >
          ${lessons.map((one) => html`<option value=${one.id} ?selected=${one === lesson}>${one.question}</option>`)}
        </select>
      </nav>
      <article class="lesson">
        <h1>${lesson.question}</h1>
        <p>${lesson.intro}</p>
        <ol>
          ${lesson.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <p class="watch"><strong>Watch:</strong> ${lesson.watch}</p>
        <div class="dials">
          ${lesson.dials.map((path) => html`<myo-dial verbose path=${path}></myo-dial>`)}
        </div>
        <details>
          <summary>What you should have seen, and why</summary>
          <p>${lesson.answer}</p>
        </details>
        <div class="turn">
          ${next ? html`<button @click=${() => this.go(next.id)}>Next question</button>` : nothing}
        </div>
      </article>
      <div class="live">
        ${inOrder(lesson.panels).map((name) => (name === 'spectrum' && !this.spectrumReady ? nothing : shown[name]()))}
      </div>`;
  }
}
