import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import '../../ui/panel.js';
import '../dials/dial.js';
import '../tones/tones-note.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './along-view.js';
import './heard-view.js';
import './limb-view.js';
import './muap-view.js';
import './spark-words.js';
import { onMuscle } from './touch.js';
import './unit-firing.js';

/** Cross-section, and the motor unit picked from it. */
@customElement('myo-limb')
export class LimbPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host,
      myo-panel {
        height: 100%;
        min-height: 0;
      }
      .column {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        gap: var(--gap-2);
      }
      myo-limb-view {
        flex: 1 1 200px;
        min-height: 200px;
      }
      .picker {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
        align-items: center;
        gap: 2px 12px;
        font-size: var(--size-s);
      }
      .picker select {
        width: 100%;
      }
      .picker label {
        display: block;
      }
      .rest {
        display: grid;
        gap: var(--gap-2);
        align-content: start;
      }
      .larger {
        justify-self: end;
      }
      dialog {
        width: min(96vw, 1500px);
        height: 94vh;
        padding: var(--gap-3);
        color: var(--ink);
        background: var(--surface);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
      }
      .column.large {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      }
      .column.large .rest {
        overflow: auto;
      }
      @media (max-width: 800px) {
        .column.large {
          display: flex;
          height: auto;
        }
        .column.large myo-limb-view {
          flex: none;
          height: min(88vw, 420px);
        }
      }
    `,
  ];

  @state() private muscle = 0;
  @state() private unit = 0;
  @state() private open = false;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario', 'muap'];
  @state() private large = false;
  private asked = 0;
  private quiet: (() => void) | undefined;

  private pick(muscle: number, unit: number): void {
    this.muscle = muscle;
    this.unit = unit;
    this.open = true;
    // A dragged slider asks at most eight times a second; the last position is always asked.
    clearTimeout(this.asked);
    this.asked = window.setTimeout(
      () => void this.page.connection.send({ op: 'getMuap', muscle: this.muscle, unit: this.unit }),
      125,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Another body hears otherwise: what is shown of it is asked anew. Nobody is asked who does not live yet.
    let seen: unknown;
    let lives = this.lives;
    this.quiet = this.store.on(['serverInfo', 'event', 'status'], () => {
      const last = this.store.events.at(-1);
      const renewed = last !== seen && last?.kind === 'templates';
      const begun = this.lives && (!lives || this.store.crosstalk === undefined);
      seen = last;
      lives = this.lives;
      if (renewed || begun) this.ask();
    });
    this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.quiet?.();
    // A dialog that is moved with its panel, where a window becomes narrow, lies over nothing any more.
    this.large = false;
  }

  private get lives(): boolean {
    const phase = this.store.status?.phase;
    return this.store.geometry !== null && (phase === 'running' || phase === 'paused');
  }

  private ask(): void {
    if (!this.lives) return;
    this.page.connection.send({ op: 'getCrosstalk' });
    if (this.open) this.page.connection.send({ op: 'getMuap', muscle: this.muscle, unit: this.unit });
  }

  override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && this.large && !dialog.open) dialog.showModal();
  }

  override render() {
    const t = limbTexts();
    if (!this.large) return html`<myo-panel heading=${t.heading}>${this.content()}</myo-panel>`;
    return html`<myo-panel heading=${t.heading}></myo-panel>
      <dialog aria-label=${t.heading} @close=${() => (this.large = false)}>${this.content()}</dialog>`;
  }

  private content() {
    const t = limbTexts();
    const { geometry, muap } = this.store;
    const muscles = geometry?.muscles ?? [];
    const units = muscles[this.muscle]?.units ?? 1;
    const right = this.open && muap?.muscle === this.muscle;
    return html`<div class="column ${this.large ? 'large' : ''}">
      <myo-tones-note about="limb"></myo-tones-note>
      <myo-limb-view
        movable
        heard
        .chosen=${this.open ? this.muscle : -1}
        @muscle-chosen=${(e: CustomEvent<number>) => this.pick(e.detail, largeUnit(muscles[e.detail]?.units ?? 1))}
        @unit-chosen=${(e: CustomEvent<number>) => this.pick(this.muscle, e.detail)}
      ></myo-limb-view>
      ${
        muscles.length === 0
          ? nothing
          : html`<div class="rest">
              <button class="larger" data-testid="larger" @click=${() => this.enlarge()}>
                ${this.large ? t.close : t.larger}
              </button>
              ${
                this.open
                  ? html`<button class="larger" data-testid="all-muscles" @click=${() => (this.open = false)}>
                      ${t.allMuscles}
                    </button>`
                  : nothing
              }
              <p class="hint">${t.hint}</p>
              <div class="picker">
                <label>
                  <span class="visually-hidden">${t.muscle}</span>
                  <select
                    @change=${(e: Event) => this.pick(Number(target(e)), largeUnit(muscles[Number(target(e))]?.units ?? 1))}
                  >
                    ${muscles.map(
                      (m, i) =>
                        html`<option value=${i} .selected=${live(i === this.muscle)}>
                          ${phrase(m.name)}
                        </option>`,
                    )}
                  </select>
                </label>
                <label>
                  <span>${t.unitOf(this.unit + 1, units)}</span>
                  <input
                    type="range"
                    min="0"
                    max=${units - 1}
                    .value=${String(this.unit)}
                    aria-label=${t.unitLabel}
                    @input=${(e: Event) => this.pick(this.muscle, Number(target(e)))}
                  />
                </label>
              </div>
              ${
                right
                  ? html`<myo-unit-firing .muscle=${this.muscle} .unit=${this.unit}></myo-unit-firing
                      ><myo-muap-view></myo-muap-view><myo-spark-words></myo-spark-words>
                      <p class="hint number">
                        ${t.recruited(short(muap.recruitmentPercent), short(muap.twitchForce))}
                      </p>`
                  : nothing
              }
              <myo-dial path="limb.fatThicknessMm" label=${t.fatMm}></myo-dial>
              ${geometry && onMuscle(geometry) ? html`<p class="hint">${t.fatLittle}</p>` : nothing}
              ${this.large ? this.more() : nothing}
            </div>`
      }
    </div>`;
  }

  /** What there is place for in the large view only. */
  private more() {
    const t = limbTexts();
    return html`<h3>${t.along}</h3>
      <myo-along-view .chosen=${this.open ? this.muscle : -1}></myo-along-view>
      ${
        this.open
          ? html`<myo-dial path=${`muscles.${this.muscle}.reattachedAngleDeg`} label=${t.moved}></myo-dial>
              <myo-dial path=${`muscles.${this.muscle}.reattachedDepthMm`} label=${t.deeper}></myo-dial>
              <myo-dial path=${`muscles.${this.muscle}.tension`} label=${t.tension}></myo-dial>`
          : nothing
      }
      <myo-heard></myo-heard>`;
  }

  private enlarge(): void {
    if (this.large) this.renderRoot.querySelector('dialog')?.close();
    this.large = !this.large;
  }
}

/** A unit large enough to be heard: the first ones to be recruited often reach no electrode. */
const largeUnit = (units: number): number => Math.floor(0.9 * (units - 1));

function target(event: Event): string {
  const from = event.target;
  return from instanceof HTMLSelectElement || from instanceof HTMLInputElement ? from.value : '0';
}
