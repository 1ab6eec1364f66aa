import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import type { StreamName } from '../../../src/protocol/stream-kind.js';
import { short } from '../../data/format.js';
import type { ActionAt } from '../../data/key-places.js';
import type { Struck } from '../../data/keys.js';
import type { ShownStretch } from '../../data/live-windows.js';
import { shortNames } from '../../data/short-names.js';
import type { StreamEvent, Topic } from '../../data/store.js';
import { signalsTexts } from '../../texts/signals.js';
import { FittedCanvas } from '../../ui/canvas.js';
import '../../ui/panel.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { onThemeChange } from '../../ui/theme.js';
import { LaneScales } from './lane-scales.js';
import { type Marks, readout, rmsUv } from './measure.js';
import { download, pictureOf, windowCsv } from './signal-export.js';
import { drawLane, overlays, type Shown, signalsTools } from './signals-tools.js';
import { signalsStyles } from './signals-styles.js';
import { StillPicture } from './still-picture.js';
import { type Overlay, SweepPainter } from './sweep-painter.js';
import { ticks } from './time-axis.js';
import { Pinch, wheelFactor, zoomedEnd, zoomedSeconds } from './zoom.js';

/** Lanes that have room for a number beside their name. */
const ROOM_FOR_NUMBERS = 20;

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
  @property() heading = '';
  @state() private seconds: number = 5;
  @state() private shown = new Set<Shown>(['raw']);
  @state() private off = new Set<number>();
  /** What is shown while the display is paused. */
  @state() private still: StillPicture | undefined;
  /** Two samples that are measured between; only while the display is paused. */
  @state() private marks: Marks | undefined;
  @state() private measuredChannel = 0;
  @property({ type: Boolean, reflect: true }) hearing = false;
  @query('canvas') private canvas?: HTMLCanvasElement;
  @query('.lane') private lane?: HTMLElement;

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'lost'];
  private fitted: FittedCanvas | undefined;
  private painter: SweepPainter | undefined;
  private stillStale = false;
  private generation = -1;
  private slowAt = 0;
  private readAt = 0;
  private readonly scales = new LaneScales();
  private readonly pinch = new Pinch();
  private unlisten: (() => void)[] = [];

  constructor() {
    super();
    const able = (): boolean => !this.simple;
    new KeysHere(this, 'display', {
      able,
      act: ({ action, nth }) => (action === 'pause' ? this.togglePause() : this.step(nth === 0 ? -1 : 1)),
    });
    new KeysHere(this, 'traces', { able, act: (found) => this.onTraces(found) });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.unlisten = [onThemeChange(() => this.redraw()), this.page.windows.onShow(this.onShow)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
      this.scales.afresh();
      this.redraw();
    }
    const rings = this.still?.rings ?? this.store.samples;
    const drawn: Overlay[] = overlays.flatMap(([name, token]) => {
      const ring = this.shown.has(name) ? rings.get(name) : undefined;
      return ring && ring.end > ring.start ? [{ ring, token }] : [];
    });
    const view = {
      windowSamples: this.windowSamples,
      scaleUv: this.scales.scaleUv,
      ownUv: this.scales.ownUv,
      channels: this.channels,
      markers: this.store.events.map((event) => event.index),
    };
    if (!this.still) this.painter.advance(drawn, view);
    else if (this.stillStale || this.fitted.fit()) {
      this.painter.still(drawn, view, this.still.end);
      this.stillStale = false;
    }
    if (now - this.slowAt < 120) return;
    this.slowAt = now;
    this.canvas.dataset.columns = String(this.painter.drawn);
    this.drawEvents();
    if (this.fixedUv > 0 && this.scales.mode !== this.fixedUv) this.scales.choose(this.fixedUv);
    else if (!this.still && this.scales.adapt(this.painter, this.channels, now, this.seconds))
      this.requestUpdate();
    if (now - this.readAt < 400) return;
    this.readAt = now;
    this.drawNumbers();
  }

  /** The signal that is measured: the undermost that is shown. */
  private get ring(): RingBuffer | undefined {
    const name = overlays.map(([each]) => each).find((each) => this.shown.has(each)) ?? 'raw';
    return (this.still?.rings ?? this.store.samples).get(name);
  }

  /** RMS beside each name: between the cursors, or of the last second. Written past Lit, so that nothing is rendered. */
  private drawNumbers(): void {
    const { ring } = this;
    if (this.simple || !ring || !this.store.info) return;
    const end = this.still?.end ?? ring.end;
    const [from, to] = this.marks
      ? [Math.min(...this.marks), Math.max(...this.marks) + 1]
      : [end - this.store.info.sampleRateHz, end];
    for (const node of this.renderRoot.querySelectorAll('.rms'))
      if (node instanceof HTMLElement)
        node.textContent = short(rmsUv(ring, Number(node.dataset.channel), from, to));
  }

  /** Texts of cues and artefacts above their markers. */
  private drawEvents(): void {
    const { painter } = this;
    if (!this.lane || !painter || !this.store.info) return;
    const end = this.still?.end ?? this.store.index;
    const from = end - this.windowSamples;
    const seen = this.store.events
      .filter((event) => event.index > from && event.index <= end && (!this.simple || event.kind === 'cue'))
      .slice(-12);
    const place = (event: StreamEvent): number => painter.place(event.index, this.still?.end);
    drawLane(this.lane, seen, place, this.store.nameOf, this.store.translate);
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
    this.still = this.marks = undefined;
    this.redraw();
  }

  private measure(): void {
    if (this.marks) {
      this.marks = undefined;
      return;
    }
    const { ring } = this;
    if (!ring || ring.end <= ring.start) return;
    const { end } = this.still ?? this.pause();
    // On samples that are there, also on a patient who has just come.
    const start = Math.max(ring.start, end - this.windowSamples);
    const place = (share: number): number => Math.round(start + share * (end - start));
    this.marks = [place(0.35), place(0.65)];
    void import('./measuring.js');
  }

  // Nothing of it is loaded before.
  private hear(): void {
    this.hearing = !this.hearing;
    void import('../sound/sound-view.js');
  }

  private zoomTime(factor: number, at = 0.5): void {
    const before = this.windowSamples;
    this.seconds = zoomedSeconds(this.seconds, factor);
    if (this.still) this.still.end = zoomedEnd(this.still.end, before, this.windowSamples, at);
    this.redraw();
  }

  private zoomAmplitude(factor: number): void {
    if (this.fixedUv > 0) return;
    this.scales.zoom(factor);
    this.requestUpdate();
  }

  // A wheel scrolls a page that can be scrolled, until the traces are taken into focus.
  private readonly onWheel = (event: WheelEvent): void => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const scrolls = scrollHeight > clientHeight + 1;
    if (this.simple || (scrolls && !event.ctrlKey && !event.shiftKey && !this.matches(':focus-within')))
      return;
    event.preventDefault();
    const factor = wheelFactor(event.deltaY || event.deltaX);
    if (event.shiftKey) this.zoomAmplitude(factor);
    else this.zoomTime(factor, event.offsetX / Math.max(1, this.canvas?.clientWidth ?? 1));
  };

  private readonly onFinger = (event: PointerEvent): void => {
    if (this.simple || event.pointerType !== 'touch') return;
    if (event.type === 'pointerdown') this.pinch.down(event.pointerId, event.clientX, event.clientY);
    else if (event.type !== 'pointermove') this.pinch.up(event.pointerId);
    const factors = this.pinch.move(event.pointerId, event.clientX, event.clientY);
    if (!factors) return;
    if (factors.time !== 1) this.zoomTime(factors.time);
    if (factors.amplitude !== 1) this.zoomAmplitude(factors.amplitude);
  };

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
      this.store.notify({ kind: 'info', text: signalsTexts().gone, hint: signalsTexts().goneHint });
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

  private onTraces({ action, nth }: Struck<ActionAt<'traces'>>): void {
    if (action === 'channel') this.toggleChannel(nth);
    else if (action === 'picture') this.savePicture();
    else if (action === 'measure') this.measure();
    else if (action === 'time') this.zoomTime(nth === 0 ? 1.25 : 0.8);
    else this.zoomAmplitude(nth === 0 ? 1.25 : 0.8);
  }

  private savePicture(): void {
    if (!this.canvas) return;
    const labels = this.channels.map((c) => this.names[c] ?? '');
    const title = `Myodesis · ${this.seconds} s · ${this.scaleText()}`;
    pictureOf(this.canvas, labels, title).toBlob((blob) => blob && download('myodesis-signals.png', blob));
  }

  private saveData(): void {
    const { ring } = this;
    if (!ring || !this.store.info) return;
    const to = this.still?.end ?? ring.end;
    const { sampleRateHz } = this.store.info;
    const range = { from: to - this.windowSamples, to, sampleRateHz };
    const csv = windowCsv(ring, this.channels, this.names, range);
    download('myodesis-signals.csv', new Blob([csv], { type: 'text/csv' }));
  }

  private tools() {
    return signalsTools(
      {
        shown: this.shown,
        seconds: this.seconds,
        scale: this.scales.mode,
        paused: this.still !== undefined,
        measuring: this.marks !== undefined,
        hearing: this.hearing,
      },
      {
        toggle: (name) => this.toggleOverlay(name),
        seconds: (value) => (this.seconds = value),
        scale: (mode) => {
          this.scales.choose(mode);
          this.requestUpdate();
        },
        pause: () => this.togglePause(),
        step: (direction) => this.step(direction),
        measure: () => this.measure(),
        hear: () => this.hear(),
        picture: () => this.savePicture(),
        data: () => this.saveData(),
      },
    );
  }

  private cursors() {
    if (!this.marks || !this.still) return nothing;
    return html`<myo-measuring
      class="band-room"
      .marks=${this.marks}
      .end=${this.still.end}
      .windowSamples=${this.windowSamples}
      .sampleRateHz=${this.store.info?.sampleRateHz ?? 1}
      @marks-change=${(e: CustomEvent<Marks>) => {
        this.marks = e.detail;
        this.readAt = 0;
      }}
    ></myo-measuring>`;
  }

  /** A sweep counts from its left edge, a still picture from the beginning of the stream. */
  private axis() {
    const rate = this.store.info?.sampleRateHz ?? 1;
    const from = this.still ? (this.still.end - this.windowSamples) / rate : 0;
    const marks = ticks(from, from + this.windowSamples / rate, this.simple ? 5 : 8, 's');
    // Before the first sample there was no time.
    const lived = marks.filter(({ at }) => !this.still || from + (at * this.windowSamples) / rate > -1e-6);
    return html`<div class="axis number" aria-hidden="true">
      ${lived.map(({ at, text }) => html`<span .style="left: ${100 * at}%">${text}</span>`)}
    </div>`;
  }

  private readings() {
    const { ring, marks } = this;
    if (!ring || !marks || !this.store.info) return nothing;
    const t = signalsTexts();
    const channel = this.channels.includes(this.measuredChannel)
      ? this.measuredChannel
      : (this.channels[0] ?? 0);
    return html`<label
        ><span class="visually-hidden">${t.channel}</span>
        <select
          @change=${(e: Event) =>
            e.target instanceof HTMLSelectElement && (this.measuredChannel = Number(e.target.value))}
        >
          ${this.channels.map((c) => html`<option value=${c} .selected=${live(c === channel)}>${this.names[c]}</option>`)}
        </select></label
      ><output class="number" data-testid="measured"
        >${readout(ring, channel, marks, this.store.info.sampleRateHz).map((text) => html`<span>${text}</span>`)}</output
      >`;
  }

  override render() {
    const t = signalsTexts();
    const channels = this.channels;
    const hidden = [...this.off].sort((a, b) => a - b);
    const dense = channels.length > 40 ? 'dense denser' : channels.length > ROOM_FOR_NUMBERS ? 'dense' : '';
    const numbers = !this.simple && dense === '';
    const short = shortNames(this.names, 13);
    return html`<myo-panel heading=${this.heading || t.heading} flush>
      ${this.simple ? nothing : this.tools()}
      ${this.hearing ? html`<myo-sound slot="tools" data-testid="sound-view"></myo-sound>` : nothing}
      <div
        class="plot ${numbers ? 'numbers' : ''}"
        tabindex=${this.simple ? -1 : 0}
        role="group"
        aria-label=${t.traces}
      >
        <div class="unit" title=${this.marks ? t.rmsBetween : t.rmsLast}>${numbers ? 'µV RMS' : nothing}</div>
        <div class="lane" aria-hidden="true"></div>
        <div class="names ${dense}">
          ${channels.map(
            (c) =>
              html`<button
                class="quiet"
                ?disabled=${this.simple}
                title=${t.hide(this.names[c] ?? '', c < 8 ? String(c + 1) : '')}
                @click=${() => this.toggleChannel(c)}
              >
                <span>${short[c]}</span>
                ${numbers ? html`<span class="rms number" data-channel=${c}></span>` : nothing}
                ${
                  numbers && this.scales.ownUv
                    ? html`<small class="number">± ${this.scales.of(c)}</small>`
                    : nothing
                }
              </button>`,
          )}
        </div>
        <canvas
          data-testid="trace-canvas"
          data-columns="0"
          role="img"
          aria-label=${t.summary(channels.length, String(this.seconds), this.scaleText())}
          @wheel=${this.onWheel}
          @pointerdown=${this.onFinger}
          @pointermove=${this.onFinger}
          @pointerup=${this.onFinger}
          @pointercancel=${this.onFinger}
        ></canvas>
        ${this.band()} ${this.cursors()} ${this.axis()}
        <div class="foot">
          ${this.marks ? this.readings() : html`<span class="number">${this.scaleText()}</span>`}
          ${
            hidden.length > 0
              ? html`<span>${t.hidden}</span> ${hidden.map(
                    (c) =>
                      html`<button
                        class="mini"
                        title=${t.show(this.names[c] ?? '')}
                        @click=${() => this.toggleChannel(c)}
                      >
                        ${this.names[c]}
                      </button>`,
                  )}`
              : nothing
          }
          ${
            this.store.lostFrames > 0
              ? html`<span class="warn">${t.lost(this.store.lostFrames)}</span>`
              : nothing
          }
          ${this.still ? html`<span class="tag">${t.paused}</span>` : nothing}
        </div>
      </div>
    </myo-panel>`;
  }

  private scaleText(): string {
    const t = signalsTexts();
    const seconds = String(this.seconds);
    return this.scales.ownUv ? t.ownScale(seconds) : t.perLane(String(this.scales.scaleUv), seconds);
  }
}
