import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { clickerWish } from '../../data/clicker.js';
import { elapsed } from '../../data/elapsed.js';
import { language } from '../../data/language.js';
import type { Fact, Presented } from '../../data/presenter/presented.js';
import { PresenterEnd } from '../../data/presenter/presenter-line.js';
import { presenterTexts } from '../../texts/presenter.js';
import { placeOf } from '../../ui/key-place.js';
import { speakFor } from '../../ui/speak.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import { presenterStyles } from './presenter-styles.js';

const TICK_MS = 500;

/** A window for whoever presents the Demo: what to say, what comes next, and the time. Knows no patient of its own. */
@customElement('myo-presenter')
export class PresenterView extends SpokenElement {
  static override styles = [controls, presenterStyles];

  /** Where it meets the window that everybody sees. */
  @property() meeting = '';
  @state() private shown: Presented | undefined;
  @state() private now = Date.now();
  private end: PresenterEnd | undefined;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.end = new PresenterEnd(this.meeting, (shown) => this.show(shown));
    this.timer = window.setInterval(() => (this.now = Date.now()), TICK_MS);
    addEventListener('keydown', this.onKey);
    addEventListener('pagehide', this.leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    removeEventListener('keydown', this.onKey);
    removeEventListener('pagehide', this.leave);
    this.leave();
  }

  private readonly leave = (): void => {
    this.end?.close();
    this.end = undefined;
  };

  private show(shown: Presented | undefined): void {
    this.now = Date.now();
    this.shown = shown;
    if (shown && shown.language !== language()) void speakFor(shown.language);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const wish = event.defaultPrevented ? undefined : clickerWish(event, placeOf(event));
    if (!wish || !this.shown) return;
    event.preventDefault();
    this.end?.wish(wish);
  };

  protected override updated(): void {
    document.title = `Myodesis · ${presenterTexts().heading}`;
  }

  override render() {
    const t = presenterTexts();
    const { shown } = this;
    if (!shown)
      return html`<main class="waiting">
        <h1>${t.waiting}</h1>
        <p role="status">${t.waitingHint}</p>
        <button @click=${() => window.close()}>${t.close}</button>
      </main>`;
    return html`<header>
        <p class="where"><strong>${shown.count}</strong> <span>${shown.patient}</span></p>
        ${this.clocks(shown)}
      </header>
      <main>
        <section class="say" aria-labelledby="title">
          <h1 id="title">${shown.title}</h1>
          <div class="text" aria-live="polite">${shown.text.map((words) => html`<p>${words}</p>`)}</div>
          ${
            shown.notes.length > 0
              ? html`<h2>${t.notes}</h2>
                  ${shown.notes.map((words) => html`<p>${words}</p>`)}`
              : nothing
          }
          <h2>${t.facts}</h2>
          ${
            shown.facts.length > 0
              ? html`<dl>${shown.facts.map((one) => this.fact(one))}</dl>`
              : html`<p class="hint">${t.factsNone}</p>`
          }
        </section>
        <aside>
          <section class="next" aria-label=${t.comes}>
            <h2>${t.comes}</h2>
            ${
              shown.next
                ? html`<h3>${shown.next.title}</h3>
                    <p>${shown.next.text}</p>`
                : html`<p>${t.last}</p>`
            }
          </section>
          <nav aria-label=${t.stops}>
            <h2>${t.stops}</h2>
            <ol>
              ${shown.titles.map(
                (title, to) =>
                  html`<li>
                    <button
                      class="quiet"
                      aria-current=${to === shown.at ? 'step' : nothing}
                      @click=${() => this.end?.wish({ to })}
                    >
                      ${to + 1} · ${title}
                    </button>
                  </li>`,
              )}
            </ol>
          </nav>
        </aside>
      </main>
      <footer>
        <div class="acts">
          ${shown.acts.map(
            ({ wish, label }) =>
              html`<button data-wish=${wish} @click=${() => this.end?.wish(wish)}>${label}</button>`,
          )}
        </div>
        <div class="go">
          <button data-wish="back" @click=${() => this.end?.wish('back')}>${t.back}</button>
          <button
            data-wish="play"
            aria-label=${shown.playing ? t.pause : t.play}
            title=${shown.playing ? t.pause : t.play}
            @click=${() => this.end?.wish('play')}
          >
            ${shown.playing ? '❚❚' : '▶'}
          </button>
          <button class="primary" data-wish="forward" @click=${() => this.end?.wish('forward')}>
            ${t.forward}${shown.next ? html`<small>${shown.next.title}</small>` : nothing}
          </button>
        </div>
        <p class="hint">${t.keys}</p>
      </footer>`;
  }

  private clocks({ began, since }: Presented): TemplateResult {
    const t = presenterTexts();
    const clock = new Date(this.now).toLocaleTimeString(language(), {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const one = (name: string, time: string, large = ''): TemplateResult =>
      html`<div class=${large}>
        <dt>${name}</dt>
        <dd class="number">${time}</dd>
      </div>`;
    return html`<dl class="clocks">
        ${one(t.elapsed, elapsed(this.now - began), 'large')} ${one(t.here, elapsed(this.now - since))}
        ${one(t.clock, clock)}
      </dl>
      <button class="anew" @click=${() => this.end?.wish('anew')}>${t.anew}</button>`;
  }

  private fact({ part, label, value, explain, source, assumed }: Fact): TemplateResult {
    const t = presenterTexts();
    return html`<div>
      <dt>
        <small>${part}</small>
        ${label}${assumed ? html` <span class="tag assumption">${t.assumed}</span>` : nothing}
      </dt>
      <dd>
        <strong class="number">${value}</strong>
        ${explain}${source === '' ? nothing : html`<cite>${t.source(source)}</cite>`}
      </dd>
    </div>`;
  }
}
