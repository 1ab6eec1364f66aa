// Texts still stand here, in English only.
import { css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { percent } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import {
  amplitudeRows,
  type ClassPattern,
  classPatterns,
  matchPattern,
  restLevel,
} from './class-patterns.js';
import { classHue } from './glyphs.js';

/** One spider per movement: its pattern over the electrodes, and how far the muscles fill it now. */
@customElement('myo-class-radar')
export class ClassRadar extends StoreElement {
  static override styles = [
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(98px, 1fr));
        gap: 6px;
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        background: var(--well);
        padding: 4px 6px 5px;
        font-size: var(--size-xs);
      }
      li.best {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      .name {
        display: flex;
        justify-content: space-between;
        gap: 4px;
        white-space: nowrap;
      }
      b {
        font-weight: 600;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      svg {
        display: block;
        width: 100%;
        height: clamp(64px, 9vh, 120px);
      }
      .web {
        fill: none;
        stroke: var(--line);
        stroke-width: 0.6;
      }
      .pattern {
        fill: none;
        stroke: var(--ink-2);
        stroke-width: 1.4;
        stroke-dasharray: 3 2;
      }
      .live {
        fill-opacity: 0.55;
        stroke-width: 1.2;
      }
      meter {
        width: 100%;
        height: 10px;
        display: block;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  protected override readonly streams = ['features', 'decisions', 'truth'] as const;
  private patterns: readonly ClassPattern[] = [];
  private rest: Float64Array = new Float64Array(0);
  private rows: readonly number[] = [];
  private fittedAt = -Infinity;
  private drawnAt = 0;

  protected override frame(now: number): void {
    if (now - this.drawnAt < 66) return;
    this.drawnAt = now;
    this.page.windows.collect();
    if (now - this.fittedAt > 1500) this.learn(now);
    this.requestUpdate();
  }

  private learn(now: number): void {
    this.fittedAt = now;
    this.rows = amplitudeRows(this.store.rows('features') ?? [], this.store.info?.channels ?? []);
    const { windows } = this.page.windows;
    this.rest = restLevel(windows, this.rows);
    this.patterns =
      this.rows.length < 3 ? [] : classPatterns(windows, this.rows, this.store.info?.classes ?? []);
  }

  override render() {
    const live = this.store.columns.get('features')?.column();
    if (this.patterns.length === 0 || !live)
      return html`<p class="hint">
        ${this.fittedAt > 0 && this.rows.length < 3 ? 'This decoder uses no amplitude feature to draw a pattern of.' : 'Patterns appear as soon as each movement has been seen for a moment.'}
      </p>`;
    const matches = this.patterns.map((pattern) => matchPattern(pattern, this.rest, live, this.rows));
    const working = matches.map((m) => (m.contraction > 0.12 ? m.likeness : 0));
    const best = Math.max(...working);
    return html`<ul aria-label="Pattern of each movement over the electrodes">
      ${this.patterns.map((pattern, i) => {
        const match = matches[i];
        if (!match) return '';
        const hue = classHue(this.store.info?.classes.indexOf(pattern.label) ?? 0);
        const chosen = best > 0 && working[i] === best;
        return html`<li class=${chosen ? 'best' : ''}>
          <span class="name"
            ><b title=${this.store.nameOf(pattern.label)}>${this.store.nameOf(pattern.label)}</b
            ><span class="number" title="How alike the live pattern is (cosine)"
              >${working[i] ? percent(match.likeness) : '–'}</span
            ></span
          >
          <svg viewBox="-50 -44 100 88" aria-hidden="true">
            ${[1 / 3, 2 / 3, 1].map((r) => svg`<path class="web" d=${web(this.rows.length, r)} />`)}
            <path class="live" d=${spider(match.live)} fill=${hue} stroke=${hue} />
            <path class="pattern" d=${spider(pattern.shape)} />
          </svg>
          <meter
            min="0"
            max="1.5"
            value=${Math.min(1.5, match.contraction).toFixed(2)}
            aria-label="Contraction, relative to this movement’s usual strength"
            title="Contraction ${percent(match.contraction)} of this movement’s usual strength"
          ></meter>
        </li>`;
      })}
    </ul>`;
  }
}

const REACH = 40;

function spider(values: ArrayLike<number>): string {
  const points = Array.from(values, (value, i) => {
    const angle = (2 * Math.PI * i) / values.length;
    const r = REACH * Math.min(1.08, value);
    return `${(r * Math.sin(angle)).toFixed(1)} ${(-r * Math.cos(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

const web = (corners: number, radius: number): string => spider(new Float64Array(corners).fill(radius));
