import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { store } from '../../data/app.js';
import { movementName } from '../../data/format.js';
import { liveIntent } from '../../data/live-decision.js';
import type { Topic } from '../../data/store.js';
import { FittedCanvas } from '../../ui/canvas.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { colour } from '../../ui/theme.js';
import { classHue, drawGlyph, glyphPath } from './glyphs.js';
import { fitProjection, type LabelledPoint, type Projection } from './projection.js';

const KEPT = 600;

/** Windows as points on two axes, by what was intended, with the newest one on top. */
@customElement('myo-features')
export class FeaturesPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        height: 100%;
        min-height: 300px;
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
      canvas {
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
  protected override readonly streams = ['features', 'truth'] as const;
  private points: LabelledPoint[] = [];
  private projection: Projection | undefined;
  private seen = 0;
  private generation = -1;
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
    this.collect();
    if (now - this.fittedAt > 2000 || (!this.projection && this.points.length > 20)) {
      this.fittedAt = now;
      this.projection = fitProjection(this.kind, this.points) ?? this.projection;
      this.count = this.points.length;
    }
    this.fitted ??= new FittedCanvas(this.canvas);
    this.fitted.fit();
    this.draw(this.fitted);
  }

  private collect(): void {
    if (this.generation !== store.generation) {
      this.generation = store.generation;
      this.clear();
    }
    const ring = store.columns.get('features');
    if (!ring) return;
    // Windows that came while the page was away have no known intent.
    const fresh = Math.min(ring.count - this.seen, 4);
    const label = liveIntent().movement;
    for (let back = fresh - 1; back >= 0; back--) {
      const column = ring.column(back);
      if (column && column.every(Number.isFinite))
        this.points.push({ label, values: Float64Array.from(column) });
    }
    this.seen = ring.count;
    if (this.points.length > KEPT) this.points.splice(0, this.points.length - KEPT);
  }

  private clear(): void {
    this.points = [];
    this.projection = undefined;
    this.seen = store.columns.get('features')?.count ?? 0;
    this.count = 0;
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
      context.fillText('Collecting windows of at least three movements …', 14 * ratio, 26 * ratio);
      return;
    }
    const { project } = this.projection;
    const placed = this.points.map((point) => ({ label: point.label, at: project(point.values) }));
    const reach = placed.map(({ at }) => Math.max(Math.abs(at[0]), Math.abs(at[1]))).sort((a, b) => a - b);
    const wanted = 1.15 * (reach[Math.floor(reach.length * 0.98)] ?? 4);
    this.span += 0.08 * (wanted - this.span);
    const unit = Math.min(width, height) / 2 / this.span;
    const stretch = Math.min(2.2, width / height);
    const classes = store.info?.classes ?? [];
    placed.forEach(({ label, at }, i) => {
      const newest = i === placed.length - 1;
      const x = width / 2 + at[0] * unit * stretch;
      const y = height / 2 - at[1] * unit;
      context.globalAlpha = newest ? 1 : 0.3 + (0.5 * i) / placed.length;
      drawGlyph(context, Math.max(0, classes.indexOf(label)), x, y, (newest ? 8 : 4) * ratio);
      if (!newest) return;
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

  override render() {
    const classes = store.info?.classes ?? [];
    return html`<div class="tools">
        <button
          aria-pressed=${this.kind === 'lda'}
          title="Linear discriminant analysis: axes that part the classes"
          @click=${() => this.choose('lda')}
        >
          LDA
        </button>
        <button
          aria-pressed=${this.kind === 'pca'}
          title="Principal component analysis: axes of greatest variance"
          @click=${() => this.choose('pca')}
        >
          PCA
        </button>
        <button @click=${() => this.clear()}>Clear</button>
        <span class="hint number">${this.count} windows, newest circled; labelled by intent</span>
      </div>
      <ul aria-label="Classes">
        ${classes.map(
          (name, i) =>
            html`<li>
              <svg viewBox="-6 -6 12 12" aria-hidden="true">
                <path d=${glyphPath(i, 5)} fill=${classHue(i)} />
              </svg>
              ${movementName(name)}
            </li>`,
        )}
      </ul>
      <canvas
        role="img"
        aria-label="Projection of ${this.count} windows, ${this.kind.toUpperCase()}"
      ></canvas>`;
  }
}
