import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { amplitudeRows } from '../../../src/decoder/features/amplitude-rows.js';
import { struckAt } from '../../data/key-places.js';
import type { LiveWindow } from '../../data/live-windows.js';
import type { Topic } from '../../data/store.js';
import { cloudTexts } from '../../texts/feature-cloud.js';
import { FittedCanvas } from '../../ui/canvas.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { colour } from '../../ui/theme.js';
import { axesTools, type AxesChoice } from './axes-tools.js';
import { cloudStyles } from './cloud-styles.js';
import { axisName, cloudSummary, shortAxisName } from './cloud-words.js';
import { drawCubeAxes, drawFlatAxes } from './draw-axes.js';
import { drawCloud, type Dot } from './draw-cloud.js';
import { featureRows, featureSpace, projectedSpace, type PlotSpace } from './feature-axes.js';
import { errorChoice, legend } from './filter-tools.js';
import { flatView, nearestSpot, solidView } from './plot-view.js';
import { fitProjection, type Projection } from './projection.js';
import { steadyRange, type Range } from './steady-range.js';
import { dragged, firstTurn, turnedBy, turnOfKey, type Turn } from './turn.js';
import { countByClass, labelsOf, passes, type ErrorFilter } from './window-filter.js';

const DRAWN_EVERY_MS = 50;
const FITTED_EVERY_MS = 2000;
/** Pixels that a click may slip. */
const SLIP = 4;
const REACH = 14;

/** Windows as points on two or three axes, by what was intended, with the newest one on top; what is in it stands beside them. */
@customElement('myo-feature-cloud')
export class FeatureCloud extends StoreElement {
  static override styles = [controls, cloudStyles];

  @state() private choice: AxesChoice = { kind: 'lda', solid: false, rows: [] };
  /** Classes that are hidden. */
  @state() private left: ReadonlySet<string> = new Set();
  @state() private error: ErrorFilter = 'all';
  @state() private picked: LiveWindow | undefined;
  /** Grows with every fit: counts and words are told anew. */
  @state() private fits = 0;
  @query('canvas') private canvas?: HTMLCanvasElement;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'calibration'];
  protected override readonly streams = ['features', 'decisions', 'truth'] as const;
  private projection: Projection | undefined;
  private space: PlotSpace | undefined;
  private ranges: readonly Range[] = [];
  private dots: readonly Dot[] = [];
  private turn: Turn = firstTurn;
  private drag: { readonly x: number; readonly y: number; readonly turn: Turn; moved: boolean } | undefined;
  private fitted: FittedCanvas | undefined;
  private fittedAt = -Infinity;
  private drawnAt = 0;

  constructor() {
    super();
    new KeysHere(this, 'cloud', { able: () => this.choice.solid });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.fitted?.release();
    this.fitted = undefined;
  }

  protected override frame(now: number): void {
    if (now - this.drawnAt < DRAWN_EVERY_MS || !this.canvas) return;
    this.drawnAt = now;
    this.page.windows.collect();
    const { windows } = this.page.windows;
    if (windows.length === 0) this.forget();
    if (now - this.fittedAt > FITTED_EVERY_MS || (!this.space && windows.length > 20)) {
      this.fittedAt = now;
      this.fit(windows);
    }
    this.fitted ??= new FittedCanvas(this.canvas);
    this.fitted.fit();
    this.draw(this.fitted, windows);
  }

  private forget(): void {
    this.projection = this.space = this.picked = undefined;
    this.ranges = [];
  }

  private fit(windows: readonly LiveWindow[]): void {
    const { kind, solid } = this.choice;
    this.fits++;
    if (kind === 'feature') {
      const rows = this.chosenRows();
      this.space = rows.length < 2 ? undefined : featureSpace(rows, this.store.calibration?.features);
      return;
    }
    const axes = solid ? 3 : 2;
    const steady = windows.filter((window) => window.steady);
    this.projection =
      fitProjection(kind, kind === 'lda' ? steady : windows, axes, this.projection) ??
      fitProjection('pca', windows, axes, this.projection);
    this.space = this.projection && projectedSpace(this.projection);
  }

  /** The features that were chosen; at first the amplitudes of the first channels. */
  private chosenRows() {
    const names = this.store.rows('features') ?? [];
    const all = featureRows(names);
    const amplitudes = amplitudeRows(names, this.store.info?.channels ?? []);
    const count = this.choice.solid ? 3 : 2;
    return Array.from({ length: count }, (_, i) => this.choice.rows[i] ?? amplitudes[i] ?? i).flatMap(
      (row) => all[row] ?? [],
    );
  }

  /** Three axes are asked for and there. */
  private get isSolid(): boolean {
    return this.choice.solid && (this.space?.axes.length ?? 0) > 2;
  }

  private draw(fitted: FittedCanvas, windows: readonly LiveWindow[]): void {
    const { context, width, height, unit } = fitted;
    if (!context) return;
    context.globalAlpha = 1;
    context.fillStyle = colour('--well');
    context.fillRect(0, 0, width, height);
    this.dots = [];
    const { space, isSolid } = this;
    if (!space) {
      context.fillStyle = colour('--ink-2');
      context.font = `${13 * unit}px sans-serif`;
      context.textAlign = 'left';
      context.fillText(cloudTexts().collecting, 14 * unit, 26 * unit);
      return;
    }
    const places = windows.map(({ values }) => space.place(values));
    this.ranges = space.axes.map((_, i) =>
      steadyRange(
        places.map((at) => at[i] ?? NaN),
        this.ranges[i],
      ),
    );
    const names = space.axes.map(isSolid ? shortAxisName : axisName);
    if (isSolid) drawCubeAxes(context, fitted, this.ranges, names, this.turn);
    else drawFlatAxes(context, fitted, this.ranges, names);
    const view = isSolid ? solidView(fitted, this.ranges, this.turn) : flatView(fitted, this.ranges);
    const labels = labelsOf(windows, this.store.info?.classes ?? []);
    const all = windows.map((window, i): Dot => {
      return { ...view(places[i] ?? []), window, index: labels.indexOf(window.label) };
    });
    this.dots = all.filter(({ window }) => passes(window, this.left, this.error));
    const picked = all.find(({ window }) => window === this.picked);
    drawCloud(context, unit, this.dots, all.at(-1), picked);
  }

  private clear(): void {
    this.page.windows.clear();
    this.forget();
    this.fittedAt = -Infinity;
  }

  private drawSoon(): void {
    this.drawnAt = 0;
  }

  private choose(choice: Partial<AxesChoice>): void {
    this.choice = { ...this.choice, ...choice };
    this.projection = this.space = undefined;
    this.ranges = [];
    this.fittedAt = -Infinity;
    this.drawSoon();
  }

  private pick(window: LiveWindow | undefined): void {
    if (!window) return;
    this.picked = window;
    this.page.windows.show(window);
  }

  /** The window before or after the picked one, of those that are shown; the newest when none is picked. */
  private step(by: 1 | -1): void {
    const shown = this.page.windows.windows.filter((window) => passes(window, this.left, this.error));
    const at = this.picked ? shown.indexOf(this.picked) : shown.length;
    this.pick(shown[Math.min(shown.length - 1, Math.max(0, at + by))]);
  }

  private readonly onDown = (event: PointerEvent): void => {
    this.drag = { x: event.clientX, y: event.clientY, turn: this.turn, moved: false };
    if (this.isSolid) this.canvas?.setPointerCapture(event.pointerId);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const { drag } = this;
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (Math.hypot(dx, dy) > SLIP) drag.moved = true;
    if (!drag.moved || !this.isSolid) return;
    this.turn = dragged(drag.turn, dx, dy);
    this.drawSoon();
  };

  private readonly onUp = (event: PointerEvent): void => {
    const { drag } = this;
    this.drag = undefined;
    if (!drag || drag.moved) return;
    const ratio = this.fitted?.ratio ?? 1;
    const found = nearestSpot(
      this.dots,
      event.offsetX * ratio,
      event.offsetY * ratio,
      REACH * (this.fitted?.unit ?? 1),
    );
    if (found !== undefined) this.pick(this.dots[found]?.window);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const by = this.isSolid && struckAt('cloud', event) ? turnOfKey(event.key) : undefined;
    if (!by) return;
    event.preventDefault();
    this.turnBy(by);
  };

  private turnBy([about, tilt]: readonly [number, number]): void {
    this.turn = turnedBy(this.turn, about, tilt);
    this.drawSoon();
  }

  private pickedText(): string {
    const { picked, store } = this;
    if (!picked) return '';
    const seconds = (picked.end / (store.info?.sampleRateHz ?? 1)).toFixed(2);
    return cloudTexts().picked(seconds, store.nameOf(picked.label), store.nameOf(picked.decided));
  }

  private note(): string {
    const t = cloudTexts();
    const { kind, solid } = this.choice;
    if (kind !== 'lda' || !this.projection) return '';
    if (this.projection.kind === 'pca') return t.needsThree;
    return solid && !this.isSolid ? t.needsFour : '';
  }

  override render() {
    const t = cloudTexts();
    const { windows } = this.page.windows;
    const { info, nameOf } = this.store;
    const labels = labelsOf(windows, info?.classes ?? []);
    const counts = countByClass(windows, labels);
    const note = this.note();
    const all = { labels, known: info?.classes ?? [], counts, hidden: this.left, error: this.error, nameOf };
    return html`<div class="tools">
        ${errorChoice(all, { judge: (error) => (this.error = error) })}
        ${axesTools(this.choice, this.chosenRows(), featureRows(this.store.rows('features') ?? []), {
          choose: (choice) => this.choose(choice),
          clear: () => this.clear(),
        })}
      </div>
      <div class="plots">
        <div class="plot">
          <canvas
            class=${this.isSolid ? 'solid' : ''}
            role=${this.isSolid ? 'application' : 'img'}
            tabindex=${this.isSolid ? 0 : nothing}
            aria-label=${`${t.plot(windows.length)}${this.isSolid ? `. ${t.turnKeys}` : ''}`}
            aria-describedby="summary"
            data-testid="cloud"
            data-fits=${this.fits}
            @pointerdown=${this.onDown}
            @pointermove=${this.onMove}
            @pointerup=${this.onUp}
            @pointercancel=${() => (this.drag = undefined)}
            @keydown=${this.onKey}
          ></canvas>
          <p id="summary" class="visually-hidden" data-testid="cloud-summary">
            ${cloudSummary(this.space?.axes ?? [], counts, nameOf)}
          </p>
          ${note ? html`<p class="hint">${note}</p>` : nothing}
          ${legend(all, { hide: (hidden) => (this.left = hidden) })}
          <div class="tools">
            ${this.choice.solid ? this.turnButtons() : nothing}
            <button data-testid="window-before" @click=${() => this.step(-1)}>${t.before}</button>
            <button ?disabled=${!this.picked} @click=${() => this.step(1)}>${t.after}</button>
            <span class="hint number" role="status" data-testid="picked">${this.pickedText()}</span>
          </div>
          <p class="hint">${this.error === 'all' ? t.legend : t.wrongMeans}</p>
        </div>
        <slot></slot>
      </div>`;
  }

  private turnButtons() {
    const { turn } = cloudTexts();
    const ways = [
      ['←', turn.left, 'ArrowLeft'],
      ['→', turn.right, 'ArrowRight'],
      ['↑', turn.up, 'ArrowUp'],
      ['↓', turn.down, 'ArrowDown'],
    ] as const;
    return ways.map(
      ([sign, name, key]) =>
        html`<button aria-label=${name} title=${name} @click=${() => this.turnBy(turnOfKey(key) ?? [0, 0])}>
          ${sign}
        </button>`,
    );
  }
}
