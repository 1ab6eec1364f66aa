import { css, html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { onFrame } from '../../data/frame-clock.js';
import { struckAt } from '../../data/key-places.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { KeysHere } from '../../ui/keys-here.js';
import { axesOf, type View } from './camera.js';
import type { Felt } from './felt.js';
import type { Figure } from './figure-scene.js';
import { figureStyles } from './figure-styles.js';
import { anchorWords, feltRun, ghostWord, lettersPx } from './figure-words.js';
import { PaletteReader } from './palette.js';
import { shownBox, SolidStage } from './solid-stage.js';
import { looks } from './solid.js';
import { wordStyles } from './word-styles.js';

const RUN_MS = 700;
/** How the arrows ←, →, ↑ and ↓ turn it, degrees around and above. */
const turns = [
  [-6, 0],
  [6, 0],
  [0, 5],
  [0, -5],
] as const;
/** How much of the time may go into drawing, where there is no graphics processor: one part of so many. */
const LEISURE = 4;

/**
 * The figure in three dimensions: dragged with mouse or finger, or turned by arrow keys. Loaded only when it is asked for.
 * @fires unable - where the browser cannot, or can not any more
 */
@customElement('myo-solid-view')
export class SolidView extends LitElement {
  static override styles = [
    figureStyles,
    wordStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      canvas {
        width: 100%;
        height: 100%;
        display: block;
        touch-action: none;
        cursor: grab;
      }
      canvas:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: -3px;
      }
      .palette {
        display: none;
      }
      .over {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
    `,
  ];

  @property({ attribute: false }) figure: Figure | undefined;
  @property({ attribute: false }) view: View = { aroundDeg: 30, aboveDeg: 15 };
  @property({ attribute: false }) felt: Felt | undefined;
  @property({ type: Boolean }) apart = false;
  /** Name the parts of the anchor. */
  @property({ type: Boolean }) names = false;
  @property() label = '';
  private stage: SolidStage | undefined;
  private readonly reader = new PaletteReader();
  private turned = { aroundDeg: 0, aboveDeg: 0, zoom: 1 };
  private stale = true;
  private nextAt = 0;
  private feltAt = 0;
  private dragged: readonly [x: number, y: number] | undefined;
  private stop: (() => void) | undefined;
  private readonly sizes = new ResizeObserver(() => {
    this.stale = true;
    this.requestUpdate();
  });

  constructor() {
    super();
    new KeysHere(this, 'figure');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.stop = onFrame((now) => this.draw(now));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.stop?.();
    this.stage?.dispose();
    this.stage = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.stale = true;
    if (changed.has('felt') && this.felt && this.felt.index !== changed.get('felt')?.index)
      this.feltAt = performance.now();
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  private draw(now: number): void {
    const { figure, canvas, felt } = this;
    const running = felt && performance.now() - this.feltAt < RUN_MS + 200;
    const repaint = now > this.nextAt + 700;
    if (!figure || !canvas || (!this.stale && !running && !repaint) || now < this.nextAt) return;
    const [width, height] = [this.clientWidth, this.clientHeight];
    if (width === 0 || height === 0) return;
    try {
      this.stage ??= this.begin(canvas);
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      const begun = performance.now();
      const run = felt ? (still ? 1 : Math.min(1, (begun - this.feltAt) / RUN_MS)) : undefined;
      const { zoom } = this.turned;
      const view = this.seenFrom;
      const palette = this.reader.read(this.renderRoot);
      this.stage.draw({ figure, apart: this.apart, view, zoom, palette, run }, width, height);
      this.nextAt = now + LEISURE * (performance.now() - begun);
      this.stale = false;
      canvas.dataset.view = `${view.aroundDeg.toFixed(0)} ${view.aboveDeg.toFixed(0)} ${zoom.toFixed(2)}`;
    } catch {
      this.fail();
    }
  }

  private get seenFrom(): View {
    const { view, turned } = this;
    return { aroundDeg: view.aroundDeg + turned.aroundDeg, aboveDeg: view.aboveDeg + turned.aboveDeg };
  }

  /** The same words as on the drawing, over the surfaces: parts, what is intended, and what is felt. */
  private words() {
    const { figure, felt, apart, names } = this;
    const [width, height] = [this.clientWidth, this.clientHeight];
    if (!figure || width === 0 || height === 0) return nothing;
    const box = shownBox(figure, this.seenFrom, this.turned.zoom, [width, height]);
    const shown = { axes: axesOf(this.seenFrom), box, mmPerPx: box.width / width };
    return html`<svg
      class="over figure"
      viewBox="${box.x} ${box.y} ${box.width} ${box.height}"
      .style="--hair: ${(lettersPx(width) / 10).toFixed(2)}px"
      aria-hidden="true"
    >
      ${names ? anchorWords(figure, shown) : nothing}${apart ? ghostWord(figure, shown, names) : nothing}
      ${felt ? feltRun(figure, felt, shown, names) : nothing}
    </svg>`;
  }

  private begin(canvas: HTMLCanvasElement): SolidStage {
    canvas.addEventListener('webglcontextlost', this.fail, { once: true });
    return new SolidStage(canvas);
  }

  private readonly fail = (): void => {
    // Giving the context back loses it too, when nobody looks any more.
    if (!this.isConnected) return;
    this.stop?.();
    this.dispatchEvent(new Event('unable'));
  };

  private turn(aroundDeg: number, aboveDeg: number, zoom = 1): void {
    const { turned, view } = this;
    this.turned = {
      aroundDeg: turned.aroundDeg + aroundDeg,
      aboveDeg: Math.min(88, Math.max(-12, view.aboveDeg + turned.aboveDeg + aboveDeg)) - view.aboveDeg,
      zoom: Math.min(4, Math.max(0.5, turned.zoom * zoom)),
    };
    this.stale = true;
    // What is named turns with what it names.
    this.requestUpdate();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const found = struckAt('figure', event);
    if (!found) return;
    const [around, above] = turns[found.nth] ?? [0, 0];
    if (found.action === 'turn') this.turn(around, above);
    else this.turn(0, 0, found.action === 'nearer' ? 1.15 : 1 / 1.15);
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (!this.dragged) return;
    this.turn(-0.45 * (event.clientX - this.dragged[0]), 0.35 * (event.clientY - this.dragged[1]));
    this.dragged = [event.clientX, event.clientY];
  };

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.canvas?.setPointerCapture(event.pointerId);
    this.dragged = [event.clientX, event.clientY];
  };

  private readonly onUp = (): void => {
    this.dragged = undefined;
  };

  override render() {
    return html`<canvas
        tabindex="0"
        role="img"
        data-testid="figure-3d"
        aria-label="${this.label} ${prosthesisTexts().turn}"
        @keydown=${this.onKey}
        @pointerdown=${this.onDown}
        @pointermove=${this.onMove}
        @pointerup=${this.onUp}
        @pointercancel=${this.onUp}
      ></canvas>
      ${this.words()}
      <svg class="palette" aria-hidden="true">
        ${looks.map((look) => svg`<path class=${look} data-look=${look} />`)}
        <g class="ghost">
          <g class="body"><path data-look="ghost-body" /></g>
        </g>
        <g class="target">
          <g class="body"><path data-look="target-body" /></g>
        </g>
      </svg>`;
  }
}
