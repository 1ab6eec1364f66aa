// Texts still stand here, in English only.
import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { FittedCanvas } from '../../ui/canvas.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { drawDensity } from './density-plot.js';
import { Spectrogram } from './spectrogram.js';
import { Welch } from './welch.js';

const SIZE = 1024;

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
          grid-template-rows: 1fr 1fr;
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
      }
    `,
  ];

  @state() private channel = 0;
  @state() private median = NaN;
  @query('#density') private densityCanvas?: HTMLCanvasElement;
  @query('#spectrogram') private spectrogramCanvas?: HTMLCanvasElement;
  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  protected override readonly streams = ['raw', 'filtered'] as const;
  private readonly welch = new Welch(SIZE);
  private readonly moment = new Welch(SIZE);
  private densityFit: FittedCanvas | undefined;
  private spectrogram: Spectrogram | undefined;
  private drawnAt = 0;
  private historyDue = true;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.densityFit?.release();
    this.spectrogram?.release();
    this.densityFit = this.spectrogram = undefined;
    this.historyDue = true;
  }

  // Ten a second: a spectrum over seconds has nothing new to say more often.
  protected override frame(now: number): void {
    if (now - this.drawnAt < 100 || !this.densityCanvas || !this.spectrogramCanvas || !this.store.info)
      return;
    this.drawnAt = now;
    this.densityFit ??= new FittedCanvas(this.densityCanvas);
    this.spectrogram ??= new Spectrogram(new FittedCanvas(this.spectrogramCanvas));
    this.densityFit.fit();
    const rate = this.store.info.sampleRateHz;
    const curves: { token: string; density: Float64Array }[] = [];
    for (const [stream, token] of [
      ['raw', '--trace-raw'],
      ['filtered', '--trace-filtered'],
    ] as const) {
      const ring = this.store.samples.get(stream);
      if (ring && this.welch.estimate(ring, this.channel, 8, rate))
        curves.push({ token, density: this.welch.density.slice() });
    }
    drawDensity(this.densityFit, curves, rate);
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
    const columns = Math.ceil(((this.spectrogramCanvas?.clientWidth ?? 0) || 400) / 2);
    for (let back = columns; back > 0; back--) {
      const end = ring.end - Math.round(0.1 * rate * back);
      if (end - SIZE < ring.start || !this.moment.estimate(ring, this.channel, 1, rate, end)) continue;
      this.spectrogram?.advance(this.moment.density, rate, this.moment.medianHz(rate));
    }
  }

  override render() {
    const names = this.store.info?.channels ?? [];
    return html`<div class="tools">
        <label
          >Channel
          <select
            @change=${(e: Event) => {
              if (e.target instanceof HTMLSelectElement) this.channel = Number(e.target.value);
              this.spectrogram?.clear();
              this.historyDue = true;
            }}
          >
            ${names.map((name, i) => html`<option value=${i} ?selected=${i === this.channel}>${name}</option>`)}
          </select></label
        >
        <span><i class="raw"></i>raw</span>
        <span><i class="filtered"></i>as decoded</span>
        <span class="number"
          >Median frequency, as decoded <strong>${short(Math.round(this.median))} Hz</strong></span
        >
      </div>
      <div class="plots">
        <figure>
          <figcaption>Power spectral density, dB re 1 µV²/Hz</figcaption>
          <canvas id="density" role="img" aria-label="Power spectral density"></canvas>
        </figure>
        <figure>
          <figcaption>Spectrogram, raw, 0 to 500 Hz upwards; dots: its median frequency</figcaption>
          <canvas id="spectrogram" role="img" aria-label="Spectrogram"></canvas>
        </figure>
      </div>`;
  }
}
