import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { shortNames } from '../../data/short-names.js';
import type { Topic } from '../../data/store.js';
import { soundTexts } from '../../texts/sound.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { AHEAD, Listening } from './listening.js';

const FEED_MS = 50;
const SILENT = -1;
type Heard = Extract<StreamName, 'raw' | 'filtered'>;

/** The muscle signal as sound: a channel for each ear. Nothing is computed before it is asked for. */
@customElement('myo-sound')
export class SoundView extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        flex: 1 0 100%;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        padding: 4px 0;
        font-size: var(--size-s);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      select {
        max-width: 11em;
      }
      input[type='range'] {
        width: 5.6rem;
      }
      .meter {
        width: 4rem;
        height: 0.5rem;
        border: 1px solid var(--line-strong);
        border-radius: 4px;
        overflow: hidden;
      }
      .meter i {
        display: block;
        height: 100%;
        transform-origin: left;
        transform: scaleX(0);
        background: var(--accent);
      }
      p {
        flex: 1 0 100%;
        max-width: 130ch;
      }
    `,
  ];

  @state() private ears: readonly [number, number] = [0, 1];
  @state() private stream: Heard = 'raw';
  @state() private loud = 0.6;
  @state() private stopsHidden = true;
  @state() private listening: Listening | undefined;
  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  private timer = 0;
  private giveBack: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.onHidden);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.onHidden);
    this.stop();
  }

  private readonly onHidden = (): void => {
    if (document.hidden && this.stopsHidden) this.stop();
  };

  private readonly toggle = (): void => {
    if (this.listening) return this.stop();
    this.listening = new Listening();
    this.listening.loud = this.loud;
    this.timer = window.setInterval(this.feed, FEED_MS);
  };

  private stop(): void {
    clearInterval(this.timer);
    this.listening?.stop();
    this.listening = undefined;
    this.giveBack?.();
    this.giveBack = undefined;
  }

  // The stream is asked for while it is heard, also by a hidden page that is to go on.
  protected override updated(changed: PropertyValues): void {
    if (!(['listening', 'stream', 'stopsHidden'] as const).some((name) => changed.has(name))) return;
    const old = this.giveBack;
    this.giveBack = this.listening && this.page.demand.add([this.stream], !this.stopsHidden);
    old?.();
  }

  private readonly feed = (): void => {
    const ring = this.store.samples.get(this.stream);
    const { listening } = this;
    if (!listening || !ring || !this.store.info) return;
    const [left, right] = this.ears.map((channel) => (channel === SILENT ? undefined : channel));
    listening.feed(ring, this.store.info.sampleRateHz, [left, right], document.hidden);
    const bar = this.renderRoot.querySelector('.meter i');
    const { level } = listening;
    this.dataset.level = level.toFixed(4);
    if (bar instanceof HTMLElement) bar.style.transform = `scaleX(${Math.min(1, 3 * level).toFixed(3)})`;
  };

  private ear(which: 0 | 1, names: readonly string[]) {
    const t = soundTexts();
    return html`<label
      >${which === 0 ? t.left : t.right}
      <select
        @change=${(e: Event) => {
          if (!(e.target instanceof HTMLSelectElement)) return;
          const channel = Number(e.target.value);
          this.ears = which === 0 ? [channel, this.ears[1]] : [this.ears[0], channel];
        }}
      >
        <option value=${SILENT} .selected=${live(this.ears[which] === SILENT)}>${t.silent}</option>
        ${names.map((name, i) => html`<option value=${i} .selected=${live(i === this.ears[which])}>${name}</option>`)}
      </select></label
    >`;
  }

  override render() {
    const t = soundTexts();
    if (typeof AudioContext === 'undefined') return html`<p>${t.cannot}</p>`;
    const names = shortNames(this.store.info?.channels ?? [], 20);
    return html`<button
        class="primary"
        data-testid="listen"
        aria-pressed=${this.listening !== undefined}
        @click=${this.toggle}
      >
        ${this.listening ? t.stop : t.listen}
      </button>
      <span class="meter" aria-hidden="true"><i></i></span>
      ${this.ear(0, names)} ${this.ear(1, names)}
      <label
        >${t.signal}
        <select
          @change=${(e: Event) =>
            e.target instanceof HTMLSelectElement &&
            (this.stream = e.target.value === 'filtered' ? 'filtered' : 'raw')}
        >
          <option value="raw" .selected=${live(this.stream === 'raw')}>${t.raw}</option>
          <option value="filtered" .selected=${live(this.stream === 'filtered')}>${t.filtered}</option>
        </select></label
      >
      <label
        >${t.volume}
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          .value=${String(this.loud)}
          aria-valuetext=${t.percent(Math.round(100 * this.loud))}
          @input=${(e: Event) => {
            if (!(e.target instanceof HTMLInputElement)) return;
            this.loud = Number(e.target.value);
            if (this.listening) this.listening.loud = this.loud;
          }}
      /></label>
      <label
        ><input
          type="checkbox"
          .checked=${this.stopsHidden}
          @change=${(e: Event) =>
            e.target instanceof HTMLInputElement && (this.stopsHidden = e.target.checked)}
        />${t.stopsHidden}</label
      >
      <p class="hint">${t.what(String(AHEAD))} ${this.stream === 'raw' ? t.whatRaw : nothing}</p>`;
  }
}
