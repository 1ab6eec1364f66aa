import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { LiveWindow } from '../../data/live-windows.js';
import type { Topic } from '../../data/store.js';
import { FittedCanvas } from '../../ui/canvas.js';
import { featuresTexts } from '../../texts/features.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { colour } from '../../ui/theme.js';
import { classHue, drawGlyph, glyphPath } from './glyphs.js';
import './class-radar.js';
import { fitProjection, type Projection } from './projection.js';

/** Windows as points on two axes, by what was intended, with the newest one on top. */
@customElement('myo-features')
export class FeaturesPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        height: 100%;
        min-height: 300px;
        container-type: inline-size;
        display: flex;
        flex-direction: column;
        gap: 8px;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        list-style: none;
        margin: 0;
        padding: 0;
        font-size: var(--size-s);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      svg {
        width: 12px;
        height: 12px;
      }
      .plots {
        flex: 1;
        min-height: 0;
        display: grid;
        gap: 10px;
        grid-template-columns: minmax(0, 1fr);
      }
      @container (min-width: 560px) {
        .plots {
          grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
        }
        myo-class-radar {
          overflow: auto;
        }
      }
      .cloud {
        display: flex;
        flex-direction: column;
        gap: 6px;
        min-height: 0;
      }
      canvas {
        cursor: pointer;
        flex: 1;
        height: 0;
        min-height: 200px;
        width: 100%;
        border: 1px solid var(--line);
      }
    `,
  ];

  @state() private kind: 'pca' | 'lda' = 'lda';
  @state() private count = 0;
  @query('canvas') private canvas?: HTMLCanvasElement;
  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  protected override readonly streams = ['features', 'decisions', 'truth'] as const;
  @state() private picked: LiveWindow | undefined;
  private projection: Projection | undefined;
  private placed: { readonly x: number; readonly y: number; readonly window: LiveWindow }[] = [];
  private fitted: FittedCanvas | undefined;
  private fittedAt = 0;
  private drawnAt = 0;
  private span = 4;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.fitted?.release();
    this.fitted = undefined;
  }

  protected override frame(now: number): void {
    if (now - this.drawnAt < 50 || !this.canvas) return;
    this.drawnAt = now;
    this.page.windows.collect();
    const { windows } = this.page.windows;
    if (windows.length === 0) this.projection = this.picked = undefined;
    if (now - this.fittedAt > 2000 || (!this.projection && windows.length > 20)) {
      this.fittedAt = now;
      this.projection = fitProjection(this.kind, windows) ?? fitProjection('pca', windows);
      this.count = windows.length;
    }
    this.fitted ??= new FittedCanvas(this.canvas);
    this.fitted.fit();
    this.draw(this.fitted);
  }

  private clear(): void {
    this.page.windows.clear();
    this.projection = this.picked = undefined;
    this.count = 0;
  }

  private pick(window: LiveWindow | undefined): void {
    if (!window) return;
    this.picked = window;
    this.page.windows.show(window);
  }

  private clickAt(event: MouseEvent): void {
    const ratio = this.fitted?.ratio ?? 1;
    const [x, y] = [event.offsetX * ratio, event.offsetY * ratio];
    const near = this.placed
      .map((dot) => ({ window: dot.window, distance: Math.hypot(dot.x - x, dot.y - y) }))
      .sort((a, b) => a.distance - b.distance)[0];
    if (near && near.distance < 14 * ratio) this.pick(near.window);
  }

  /** The window before or after the picked one; the newest when none is picked. */
  private turn(step: 1 | -1): void {
    const { windows } = this.page.windows;
    const at = this.picked ? windows.indexOf(this.picked) : windows.length;
    this.pick(windows[Math.min(windows.length - 1, Math.max(0, at + step))]);
  }

  private draw(fitted: FittedCanvas): void {
    const context = fitted.context;
    if (!context) return;
    const { width, height, ratio } = fitted;
    context.fillStyle = colour('--well');
    context.fillRect(0, 0, width, height);
    if (!this.projection) {
      context.fillStyle = colour('--ink-2');
      context.font = `${13 * ratio}px sans-serif`;
      context.fillText(featuresTexts().collecting, 14 * ratio, 26 * ratio);
      return;
    }
    const { project } = this.projection;
    const placed = this.page.windows.windows.map((window) => ({ window, at: project(window.values) }));
    const reach = placed.map(({ at }) => Math.max(Math.abs(at[0]), Math.abs(at[1]))).sort((a, b) => a - b);
    const wanted = 1.15 * (reach[Math.floor(reach.length * 0.98)] ?? 4);
    this.span += 0.08 * (wanted - this.span);
    const unit = Math.min(width, height) / 2 / this.span;
    const stretch = Math.min(2.2, width / height);
    const classes = this.store.info?.classes ?? [];
    this.placed = placed.map(({ window, at }) => ({
      x: width / 2 + at[0] * unit * stretch,
      y: height / 2 - at[1] * unit,
      window,
    }));
    this.placed.forEach(({ window, x, y }, i) => {
      const newest = i === placed.length - 1;
      context.globalAlpha = newest ? 1 : 0.3 + (0.5 * i) / placed.length;
      drawGlyph(context, Math.max(0, classes.indexOf(window.label)), x, y, (newest ? 8 : 4) * ratio);
      if (!newest && window !== this.picked) return;
      context.globalAlpha = 1;
      context.strokeStyle = colour('--ink');
      context.lineWidth = 2 * ratio;
      context.beginPath();
      context.arc(x, y, 13 * ratio, 0, 7);
      context.stroke();
    });
    context.globalAlpha = 1;
  }

  private choose(kind: 'pca' | 'lda'): void {
    this.kind = kind;
    this.projection = undefined;
  }

  private pickedText(): string {
    const { picked } = this;
    if (!picked) return featuresTexts().click;
    const seconds = (picked.end / (this.store.info?.sampleRateHz ?? 1)).toFixed(2);
    return featuresTexts().picked(
      seconds,
      this.store.nameOf(picked.label),
      this.store.nameOf(picked.decided),
    );
  }

  override render() {
    const t = featuresTexts();
    const classes = this.store.info?.classes ?? [];
    return html`<div class="tools">
        <button aria-pressed=${this.kind === 'lda'} title=${t.lda} @click=${() => this.choose('lda')}>
          LDA
        </button>
        <button aria-pressed=${this.kind === 'pca'} title=${t.pca} @click=${() => this.choose('pca')}>
          PCA
        </button>
        <button @click=${() => this.clear()}>${t.clear}</button>
        <span class="hint number">${t.count(this.count)}</span>
      </div>
      <ul aria-label=${t.classes}>
        ${classes.map(
          (name, i) =>
            html`<li>
              <svg viewBox="-6 -6 12 12" aria-hidden="true">
                <path d=${glyphPath(i, 5)} fill=${classHue(i)} />
              </svg>
              ${this.store.nameOf(name)}
            </li>`,
        )}
      </ul>
      <div class="plots">
        <div class="cloud">
          <canvas
            role="img"
            aria-label=${t.projection(this.count, this.kind.toUpperCase())}
            @click=${(e: MouseEvent) => this.clickAt(e)}
          ></canvas>
          <div class="tools">
            <button @click=${() => this.turn(-1)}>${t.before}</button>
            <button ?disabled=${!this.picked} @click=${() => this.turn(1)}>${t.after}</button>
            <span class="hint number">${this.pickedText()}</span>
          </div>
        </div>
        <myo-class-radar></myo-class-radar>
      </div>`;
  }
}
