// Texts still stand here, in English only.
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { readable } from '../../data/format.js';
import type { ShownStretch } from '../../data/live-windows.js';
import { isTyping } from '../../data/key-bindings.js';
import type { StreamEvent, Topic } from '../../data/store.js';
import { FittedCanvas } from '../../ui/canvas.js';
import '../../ui/panel.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { onThemeChange } from '../../ui/theme.js';
import { download, pictureOf, windowCsv } from './signal-export.js';
import { autoScaleUv, scalesUv } from './sweep-geometry.js';
import { StillPicture } from './still-picture.js';
import { type Overlay, SweepPainter } from './sweep-painter.js';
import { signalsStyles } from './signals-styles.js';

type Shown = Extract<StreamName, 'raw' | 'filtered' | 'clean'>;
const overlayTexts: Record<Shown, readonly [label: string, title: string, token: string]> = {
  raw: ['Raw', 'As the electrodes deliver it, artefacts included', '--trace-raw'],
  filtered: ['As decoded', 'After the decoder’s filters', '--trace-filtered'],
  clean: [
    'Truth',
    'Muscle signal alone, without noise and artefacts: only a simulator can know it',
    '--trace-clean',
  ],
};
const order: readonly Shown[] = ['raw', 'filtered', 'clean'];
const windows = [1, 3, 5, 10, 20] as const;

/** Sweep display of every channel on one canvas. */
@customElement('myo-signals')
export class SignalsPanel extends StoreElement {
  static override styles = [controls, signalsStyles];

  /** Fewer tools and channels, for the guided views. */
  @property({ type: Boolean }) simple = false;
  /** Channels shown at most. */
  @property({ type: Number }) limit = 64;
  /** Half height of a lane in µV where it is to stay the same, so that scenes can be compared; 0 for whatever fits. */
  @property({ type: Number, attribute: 'fixed-uv' }) fixedUv = 0;
  @property() heading = 'Signals';
  @state() private seconds: number = 5;
  @state() private scale: number | 'auto' = 'auto';
  @state() private scaleUv = 100;
  @state() private shown = new Set<Shown>(['raw']);
  @state() private off = new Set<number>();
  /** What is shown while the display is paused. */
  @state() private still: StillPicture | undefined;
  @query('canvas') private canvas?: HTMLCanvasElement;
  @query('.lane') private lane?: HTMLElement;

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'lost'];
  private fitted: FittedCanvas | undefined;
  private painter: SweepPainter | undefined;
  private stillStale = false;
  private generation = -1;
  private slowAt = 0;
  private calmSince = 0;
  private unlisten: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
    this.unlisten = [onThemeChange(() => this.redraw()), this.page.windows.onShow(this.onShow)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKey);
    this.unlisten.forEach((stop) => stop());
    this.fitted?.release();
    this.fitted = this.painter = undefined;
  }

  protected override neededStreams(): readonly StreamName[] {
    return [...this.shown];
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('shown')) this.refreshStreams();
    this.redraw();
  }

  private redraw(): void {
    this.painter?.invalidate();
    this.stillStale = true;
  }

  private get names(): readonly string[] {
    return this.store.info?.channels ?? [];
  }

  private get channels(): number[] {
    return this.names.map((_, i) => i).filter((i) => i < this.limit && !this.off.has(i));
  }

  protected override frame(now: number): void {
    if (!this.canvas || !this.store.info) return;
    this.fitted ??= new FittedCanvas(this.canvas);
    this.painter ??= new SweepPainter(this.fitted);
    if (this.generation !== this.store.generation) {
      this.generation = this.store.generation;
      this.calmSince = -Infinity;
      this.redraw();
    }
    const rings = this.still?.rings ?? this.store.samples;
    const overlays: Overlay[] = order.flatMap((name) => {
      const ring = this.shown.has(name) ? rings.get(name) : undefined;
      return ring && ring.end > ring.start ? [{ ring, token: overlayTexts[name][2] }] : [];
    });
    const view = {
      windowSamples: this.windowSamples,
      scaleUv: this.scaleUv,
      channels: this.channels,
      markers: this.store.events.map((event) => event.index),
    };
    if (!this.still) this.painter.advance(overlays, view);
    else if (this.stillStale || this.fitted.fit()) {
      this.painter.still(overlays, view, this.still.end);
      this.stillStale = false;
    }
    if (now - this.slowAt < 120) return;
    this.slowAt = now;
    this.canvas.dataset.columns = String(this.painter.drawn);
    this.drawLane();
    this.adaptScale(now);
  }

  private adaptScale(now: number): void {
    if (this.fixedUv > 0) {
      this.scaleUv = this.fixedUv;
      return;
    }
    if (this.scale !== 'auto' || !this.painter || this.still) return;
    const peak = this.painter.peakUv;
    if (peak > this.scaleUv * 0.6) this.calmSince = now;
    // A short window knows nothing of the movement before a pause, which must not blow the noise up.
    const patience = 1000 * Math.max(1.5, 6 - this.seconds);
    const next = autoScaleUv(this.scaleUv, peak, now - this.calmSince > patience);
    if (next !== this.scaleUv) this.scaleUv = next;
  }

  /** Texts of cues and artefacts above their markers. */
  private drawLane(): void {
    if (!this.lane || !this.painter || !this.store.info) return;
    const end = this.still?.end ?? this.store.index;
    const from = end - this.windowSamples;
    const seen = this.store.events
      .filter((event) => event.index > from && event.index <= end && (!this.simple || event.kind === 'cue'))
      .slice(-12);
    const painter = this.painter;
    const place = (event: StreamEvent): number => painter.place(event.index, this.still?.end);
    while (this.lane.children.length < seen.length) this.lane.append(document.createElement('span'));
    [...this.lane.children].forEach((node, i) => {
      const event = seen[i];
      if (!(node instanceof HTMLElement)) return;
      node.hidden = event === undefined;
      if (!event) return;
      node.textContent =
        event.kind === 'cue' ? this.store.nameOf(event.text) : `${readable(event.kind)}: ${event.text}`;
      node.className = event.kind;
      node.style.left = `${100 * place(event)}%`;
      // A text ends where the next one stands on the screen, be it older or newer.
      const next = Math.min(1, ...seen.map(place).filter((other) => other > place(event)));
      node.style.maxWidth = `${100 * (next - place(event))}%`;
    });
  }

  /** Samples from edge to edge. */
  private get windowSamples(): number {
    return Math.round(this.seconds * (this.store.info?.sampleRateHz ?? 1));
  }

  private pause(): StillPicture {
    this.still = new StillPicture(this.store.samples, this.store.index);
    this.redraw();
    return this.still;
  }

  private resume(): void {
    this.still = undefined;
    this.redraw();
  }

  private togglePause(): void {
    if (this.still) this.resume();
    else this.pause();
  }

  private step(direction: 1 | -1): void {
    (this.still ?? this.pause()).step(direction, this.windowSamples);
    this.requestUpdate();
  }

  /** Another panel asks for a stretch: shown still, in the middle, if it is still held. */
  private readonly onShow = (stretch: ShownStretch): void => {
    if (this.simple) return;
    // Samples since the pause are fetched anew, but what a paused display still holds is kept.
    const still = this.still?.holds(stretch) ? this.still : this.pause();
    if (!still.holds(stretch)) {
      this.store.notify({ kind: 'info', text: 'That window has left the traces.', hint: 'They hold 40 s.' });
      this.resume();
      return;
    }
    still.show(stretch, this.windowSamples);
    this.requestUpdate();
  };

  private band() {
    const band = this.still?.band(this.windowSamples);
    return band
      ? html`<div class="band-room" aria-hidden="true">
          <div class="band" .style="left: ${band.left}%; width: ${band.width}%"></div>
        </div>`
      : nothing;
  }

  private toggleChannel(channel: number): void {
    const off = new Set(this.off);
    if (!off.delete(channel)) off.add(channel);
    if (off.size < this.names.length) this.off = off;
  }

  private toggleOverlay(name: Shown): void {
    const shown = new Set(this.shown);
    if (!shown.delete(name)) shown.add(name);
    if (shown.size > 0) this.shown = shown;
  }

  // Digits and `s` only while the panel has focus; Space and the arrows wherever nothing else uses them.
  private readonly onKey = (event: KeyboardEvent): void => {
    if (this.simple || event.ctrlKey || event.metaKey || event.altKey) return;
    const origin = event.composedPath()[0];
    if (isTyping(origin)) return;
    const inside = event.composedPath().includes(this);
    const free = inside || origin === document.body;
    const onButton = origin instanceof HTMLButtonElement;
    const onRange = origin instanceof HTMLInputElement;
    if (event.key === ' ' && free && !onButton && !onRange) this.togglePause();
    else if (event.key === 'ArrowLeft' && free && !onRange) this.step(-1);
    else if (event.key === 'ArrowRight' && free && !onRange) this.step(1);
    else if (inside && /^[1-8]$/u.test(event.key)) this.toggleChannel(Number(event.key) - 1);
    else if (inside && event.key === 's') this.savePicture();
    else return;
    event.preventDefault();
  };

  private savePicture(): void {
    if (!this.canvas) return;
    const labels = this.channels.map((c) => this.names[c] ?? '');
    const title = `Myodesis · ${this.seconds} s · ± ${this.scaleUv} µV`;
    pictureOf(this.canvas, labels, title).toBlob((blob) => blob && download('myodesis-signals.png', blob));
  }

  private saveData(): void {
    const name = order.find((stream) => this.shown.has(stream)) ?? 'raw';
    const ring = (this.still?.rings ?? this.store.samples).get(name);
    if (!ring || !this.store.info) return;
    const to = this.still?.end ?? ring.end;
    const { sampleRateHz } = this.store.info;
    const range = { from: to - this.windowSamples, to, sampleRateHz };
    const csv = windowCsv(ring, this.channels, this.names, range);
    download(`myodesis-${name}.csv`, new Blob([csv], { type: 'text/csv' }));
  }

  private tools() {
    return html`<div slot="tools" class="tools">
      <span role="group" aria-label="Signals shown" class="segments">
        ${order.map((name) => {
          const [label, title, token] = overlayTexts[name];
          return html`<button
            aria-pressed=${this.shown.has(name)}
            title=${title}
            @click=${() => this.toggleOverlay(name)}
          >
            <i .style="background: var(${token})" class=${name}></i>${label}
          </button>`;
        })}
      </span>
      <label>
        <span class="visually-hidden">Window</span>
        <select @change=${(e: Event) => (this.seconds = Number(valueOf(e)))}>
          ${windows.map((s) => html`<option value=${s} ?selected=${s === this.seconds}>${s} s</option>`)}
        </select>
      </label>
      <label>
        <span class="visually-hidden">Scale</span>
        <select
          class="scale"
          title="Microvolts from a lane’s middle to its edge"
          @change=${(e: Event) => this.setScale(valueOf(e))}
        >
          <option value="auto" ?selected=${this.scale === 'auto'}>auto</option>
          ${scalesUv.map((s) => html`<option value=${s} ?selected=${s === this.scale}>${s} µV</option>`)}
        </select>
      </label>
      <button
        @click=${() => this.togglePause()}
        aria-pressed=${this.still !== undefined}
        class="steady"
        title="Pause the display (Space)"
      >
        ${this.still ? 'Resume' : 'Pause'}
      </button>
      <button class="icon" @click=${() => this.step(-1)} title="Step back (←)" aria-label="Step back">
        ←
      </button>
      <button class="icon" @click=${() => this.step(1)} title="Step forward (→)" aria-label="Step forward">
        →
      </button>
      <button class="icon" @click=${() => this.savePicture()} title="Save picture (s)">PNG</button>
      <button class="icon" @click=${() => this.saveData()} title="Save the visible window as CSV">CSV</button>
    </div>`;
  }

  private setScale(value: string): void {
    this.scale = value === 'auto' ? 'auto' : Number(value);
    if (this.scale !== 'auto') this.scaleUv = this.scale;
    else this.calmSince = -Infinity;
  }

  override render() {
    const channels = this.channels;
    const hidden = [...this.off].sort((a, b) => a - b);
    const dense = channels.length > 40 ? 'dense denser' : channels.length > 20 ? 'dense' : '';
    return html`<myo-panel heading=${this.heading} flush>
      ${this.simple ? nothing : this.tools()}
      <div class="plot" tabindex=${this.simple ? -1 : 0} role="group" aria-label="Muscle signal traces">
        <div class="lane" aria-hidden="true"></div>
        <div class="names ${dense}">
          ${channels.map(
            (c) =>
              html`<button
                class="quiet"
                ?disabled=${this.simple}
                title=${`${this.names[c]}: hide this channel${c < 8 ? ` (${c + 1})` : ''}`}
                @click=${() => this.toggleChannel(c)}
              >
                ${this.names[c]}
              </button>`,
          )}
        </div>
        <canvas data-testid="trace-canvas" data-columns="0" role="img" aria-label=${this.summary()}></canvas>
        ${this.band()}
        <div class="foot">
          <span class="number">± ${this.scaleUv} µV per lane, ${this.seconds} s across</span>
          ${
            hidden.length > 0
              ? html`<span>Hidden:</span> ${hidden.map(
                    (c) =>
                      html`<button class="mini" @click=${() => this.toggleChannel(c)}>
                        ${this.names[c]}
                      </button>`,
                  )}`
              : nothing
          }
          ${
            this.store.lostFrames > 0
              ? html`<span class="warn"
                  >${this.store.lostFrames} frames lost: this page reads too slowly</span
                >`
              : nothing
          }
          ${this.still ? html`<span class="tag">display paused</span>` : nothing}
        </div>
      </div>
    </myo-panel>`;
  }

  private summary(): string {
    return `Sweep of ${this.channels.length} channels over ${this.seconds} seconds, ± ${this.scaleUv} microvolts`;
  }
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}
