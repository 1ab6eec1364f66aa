import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import { short } from '../../data/format.js';
import { struckAt } from '../../data/key-places.js';
import { shortNames } from '../../data/short-names.js';
import type { Topic } from '../../data/store.js';
import { spectrumTexts } from '../../texts/spectrum.js';
import { FittedCanvas, letterScale } from '../../ui/canvas.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { densityEdges, drawDensity, levelAt } from './density-plot.js';
import { drawSpectrogramAxes, spectrogramEdges } from './spectrogram-axes.js';
import { columnPixels, columnSeconds, Spectrogram } from './spectrogram.js';
import { Welch } from './welch.js';

const SIZE = 1024;

/** Room for the axes, which grow with the letters. */
const edgesStyle = Object.entries(spectrogramEdges)
  .map(([side, px]) => `--${side}:${px / 16}rem`)
  .join(';');

/** Power spectral density of a channel, its spectrogram and median frequency. */
@customElement('myo-spectrum')
export class SpectrumPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        height: 100%;
        min-height: 280px;
        display: flex;
        flex-direction: column;
        gap: 6px;
        container-type: inline-size;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 18px;
        align-items: center;
        font-size: var(--size-s);
      }
      .tools i {
        display: inline-block;
        width: 16px;
        height: 3px;
        margin-right: 5px;
        vertical-align: middle;
      }
      .tools i.raw {
        background: var(--trace-raw);
      }
      .tools i.filtered {
        background: var(--trace-filtered);
      }
      .plots {
        flex: 1;
        min-height: 220px;
        display: grid;
        gap: 10px;
        grid-template-columns: 1fr 1fr;
      }
      @container (max-width: 560px) {
        .plots {
          grid-template-columns: 1fr;
          grid-template-rows: minmax(180px, 1fr) minmax(180px, 1fr);
        }
      }
      figure {
        margin: 0;
        display: flex;
        flex-direction: column;
        min-height: 0;
        min-width: 0;
      }
      figcaption {
        font-size: var(--size-xs);
        color: var(--ink-2);
      }
      canvas {
        flex: 1;
        min-height: 0;
        height: 0;
        width: 100%;
        border: 1px solid var(--line);
        background: var(--well);
        box-sizing: border-box;
      }
      #density {
        cursor: crosshair;
      }
      .history {
        position: relative;
        flex: 1;
        min-height: 0;
        display: flex;
        border: 1px solid var(--line);
      }
      .history canvas {
        border: 0;
        height: 100%;
      }
      .history #spectrogram {
        position: absolute;
        flex: none;
        left: var(--left);
        top: var(--top);
        width: calc(100% - var(--left) - var(--right));
        height: calc(100% - var(--top) - var(--bottom));
      }
    `,
  ];

  @state() private channel = 0;
  @state() private median = NaN;
  /** Where the cursor stands on the density, and what it reads there. */
  @state() private cursorHz: number | undefined;
  @state() private levels: readonly (number | undefined)[] = [];
  @query('#axes') private axesCanvas?: HTMLCanvasElement;
  @query('#density') private densityCanvas?: HTMLCanvasElement;
  @query('#spectrogram') private spectrogramCanvas?: HTMLCanvasElement;
  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  protected override readonly streams = ['raw', 'filtered'] as const;
  private readonly welch = new Welch(SIZE);
  private readonly moment = new Welch(SIZE);
  private densityFit: FittedCanvas | undefined;
  private axesFit: FittedCanvas | undefined;
  private spectrogram: Spectrogram | undefined;
  private drawnAt = 0;
  private readAt = 0;
  private historyDue = true;

  constructor() {
    super();
    new KeysHere(this, 'spectrum');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.densityFit?.release();
    this.axesFit?.release();
    this.spectrogram?.release();
    this.densityFit = this.axesFit = this.spectrogram = undefined;
    this.historyDue = true;
  }

  // Ten a second: a spectrum over seconds has nothing new to say more often.
  protected override frame(now: number): void {
    if (now - this.drawnAt < 1000 * columnSeconds || !this.store.info) return;
    if (!this.densityCanvas || !this.spectrogramCanvas || !this.axesCanvas) return;
    this.drawnAt = now;
    this.densityFit ??= new FittedCanvas(this.densityCanvas);
    this.spectrogram ??= new Spectrogram(new FittedCanvas(this.spectrogramCanvas));
    this.densityFit.fit();
    const rate = this.store.info.sampleRateHz;
    this.axesFit ??= new FittedCanvas(this.axesCanvas);
    this.axesFit.fit();
    drawSpectrogramAxes(this.axesFit, rate);
    const curves: { token: string; density: Float64Array }[] = [];
    for (const [stream, token] of [
      ['raw', '--trace-raw'],
      ['filtered', '--trace-filtered'],
    ] as const) {
      const ring = this.store.samples.get(stream);
      if (ring && this.welch.estimate(ring, this.channel, 8, rate))
        curves.push({ token, density: this.welch.density.slice() });
    }
    drawDensity(this.densityFit, curves, rate, this.cursorHz);
    this.read(curves, rate);
    const median = curves.length > 0 ? this.welch.medianHz(rate) : NaN;
    if (Math.round(median) !== Math.round(this.median)) this.median = median;
    // Of the raw signal, which the page holds for as long as the traces do.
    const ring = this.store.samples.get('raw');
    if (ring && this.historyDue) this.drawHistory(ring, rate);
    if (!ring || !this.moment.estimate(ring, this.channel, 1, rate)) return;
    this.spectrogram.advance(this.moment.density, rate, this.moment.medianHz(rate));
  }

  // What the page already holds is drawn at once, a tenth of a second a column, as it would have come.
  private drawHistory(ring: RingBuffer, rate: number): void {
    this.historyDue = false;
    const columns = Math.ceil(((this.spectrogramCanvas?.clientWidth ?? 0) || 400) / columnPixels);
    for (let back = columns; back > 0; back--) {
      const end = ring.end - Math.round(columnSeconds * rate * back);
      if (end - SIZE < ring.start || !this.moment.estimate(ring, this.channel, 1, rate, end)) continue;
      this.spectrogram?.advance(this.moment.density, rate, this.moment.medianHz(rate));
    }
  }

  // Twice a second, so that the numbers can be read.
  private read(
    curves: readonly { readonly token: string; readonly density: Float64Array }[],
    rate: number,
  ): void {
    const { cursorHz } = this;
    if (cursorHz === undefined || (this.levels.length > 0 && this.drawnAt - this.readAt < 500)) return;
    this.readAt = this.drawnAt;
    this.levels = ['--trace-raw', '--trace-filtered'].map((token) => {
      const curve = curves.find((one) => one.token === token);
      return curve && levelAt(curve.density, cursorHz, rate);
    });
  }

  private place(hz: number | undefined): void {
    const limitHz = (this.store.info?.sampleRateHz ?? 0) / 2;
    this.cursorHz = hz === undefined ? undefined : Math.min(limitHz, Math.max(0, hz));
    this.levels = [];
  }

  private readonly point = (event: MouseEvent): void => {
    const scale = letterScale();
    const [left, right] = [densityEdges.left * scale, densityEdges.right * scale];
    const across = (this.densityCanvas?.clientWidth ?? 0) - left - right;
    const limitHz = (this.store.info?.sampleRateHz ?? 0) / 2;
    if (across > 0) this.place(((event.offsetX - left) / across) * limitHz);
  };

  private readonly key = (event: KeyboardEvent): void => {
    const step = (this.store.info?.sampleRateHz ?? 0) / SIZE;
    const found = struckAt('spectrum', event);
    if (!found || (found.action === 'away' && this.cursorHz === undefined)) return;
    const turn = (found.nth === 0 ? -1 : 1) * (found.action === 'far' ? 10 : 1);
    this.place(found.action === 'away' ? undefined : (this.cursorHz ?? 100) + turn * step);
    event.preventDefault();
    event.stopPropagation();
  };

  private reading(): string {
    const t = spectrumTexts();
    if (this.cursorHz === undefined) return t.hint;
    const [raw, filtered] = this.levels.map((level) => (level === undefined ? '–' : level.toFixed(1)));
    return t.reading(this.cursorHz.toFixed(0), raw ?? '–', filtered ?? '–');
  }

  override render() {
    const t = spectrumTexts();
    const names = this.store.info?.channels ?? [];
    const labels = shortNames(names, 28);
    return html`<div class="tools">
        <label
          >${t.channel}
          <select
            @change=${(e: Event) => {
              if (e.target instanceof HTMLSelectElement) this.channel = Number(e.target.value);
              this.spectrogram?.clear();
              this.historyDue = true;
            }}
          >
            ${labels.map((name, i) => html`<option value=${i} .selected=${live(i === this.channel)}>${name}</option>`)}
          </select></label
        >
        <span><i class="raw"></i>${t.raw}</span>
        <span><i class="filtered"></i>${t.filtered}</span>
        <span class="number">${t.median} <strong>${short(Math.round(this.median))} Hz</strong></span>
        <span class="hint number">${this.reading()}</span>
      </div>
      <div class="plots">
        <figure>
          <figcaption>${t.density}, ${t.densityUnit}</figcaption>
          <canvas
            id="density"
            role="slider"
            tabindex="0"
            aria-label="${t.density}. ${t.keys}"
            aria-valuemin="0"
            aria-valuemax=${(this.store.info?.sampleRateHz ?? 0) / 2}
            aria-valuenow=${Math.round(this.cursorHz ?? 0)}
            aria-valuetext=${this.reading()}
            @click=${this.point}
            @keydown=${this.key}
          ></canvas>
        </figure>
        <figure>
          <figcaption>${t.spectrogram}, ${t.history}. ${t.scale}</figcaption>
          <div class="history" .style=${edgesStyle}>
            <canvas id="axes" aria-hidden="true"></canvas>
            <canvas id="spectrogram" role="img" aria-label=${t.spectrogram}></canvas>
          </div>
        </figure>
      </div>`;
  }
}
