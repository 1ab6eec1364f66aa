import { css, html, svg } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { amplitudeRows } from '../../../src/decoder/features/amplitude-rows.js';
import { percent } from '../../data/format.js';
import type { Store, Topic } from '../../data/store.js';
import { radarTexts } from '../../texts/radar.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import {
  type ClassPattern,
  classPatterns,
  matchPattern,
  restLevel,
  seenAmplitudes,
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
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
        margin-bottom: 6px;
      }
      ul.large {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
      }
      .large svg {
        height: clamp(160px, 26vh, 420px);
      }
      .large li {
        font-size: var(--size-m);
      }
      .large meter {
        height: 18px;
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

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'calibration'];
  protected override readonly streams = ['features', 'decisions', 'truth'] as const;
  @state() private large = false;
  private patterns: readonly ClassPattern[] = [];
  private rest: Float64Array = new Float64Array(0);
  private rows: readonly number[] = [];
  /** The calibration whose patterns are shown. */
  private taught: Store['calibration'] = null;
  private fittedAt = -Infinity;
  private drawnAt = 0;

  protected override frame(now: number): void {
    if (now - this.drawnAt < 66) return;
    this.drawnAt = now;
    this.page.windows.collect();
    const { calibration } = this.store;
    if (calibration !== this.taught || now - this.fittedAt > 1500) {
      this.taught = calibration;
      this.learn(now);
    }
    this.requestUpdate();
  }

  /** By the calibration where it is known: every movement is there before it is made. Otherwise by what was seen. */
  private learn(now: number): void {
    this.fittedAt = now;
    this.rows = amplitudeRows(this.store.rows('features') ?? [], this.store.info?.channels ?? []);
    const taught = this.taught?.patterns ?? [];
    const known = taught.length > 0 ? taught : seenAmplitudes(this.page.windows.windows, this.rows);
    this.rest = restLevel(known);
    this.patterns = this.rows.length < 3 ? [] : classPatterns(known);
  }

  override render() {
    const live = this.store.columns.get('features')?.column();
    const t = radarTexts();
    // Without rows there is nothing to draw; without a pattern there is: every movement has its place from the start.
    const known = this.rows.length >= 3 && live !== undefined;
    if (!known) return html`<p class="hint">${this.fittedAt > 0 && live ? t.noAmplitude : t.waiting}</p>`;
    const movements = (this.store.info?.classes ?? []).filter((label) => label !== 'rest');
    const matches = movements.map((label) => {
      const pattern = this.patterns.find((one) => one.label === label);
      return pattern && { pattern, match: matchPattern(pattern, this.rest, live, this.rows) };
    });
    const working = matches.map((m) => (m && m.match.contraction > 0.12 ? m.match.likeness : 0));
    const best = Math.max(...working);
    return html`<div class="top">
        <span class="hint">${this.taught?.patterns.length ? t.taught : t.seen} ${t.legend}</span>
        <button aria-pressed=${this.large} @click=${() => (this.large = !this.large)}>${t.larger}</button>
      </div>
      <ul class=${this.large ? 'large' : ''} aria-label=${t.label}>
        ${movements.map((label, i) => {
          const seen = matches[i];
          const name = this.store.nameOf(label);
          const hue = classHue(this.store.info?.classes.indexOf(label) ?? 0);
          const chosen = best > 0 && working[i] === best;
          const contraction = seen?.match.contraction ?? 0;
          return html`<li class=${chosen ? 'best' : ''}>
            <span class="name"
              ><b title=${name}>${name}</b
              ><span class="number" title=${t.likeness}
                >${seen ? (working[i] ? percent(seen.match.likeness) : '–') : t.unseen}</span
              ></span
            >
            <svg viewBox="-50 -44 100 88" aria-hidden="true">
              ${[1 / 3, 2 / 3, 1].map((r) => svg`<path class="web" d=${web(this.rows.length, r)} />`)}
              ${seen ? svg`<path class="live" d=${spider(seen.match.live)} fill=${hue} stroke=${hue} /><path class="pattern" d=${spider(seen.pattern.shape)} />` : ''}
            </svg>
            <meter
              min="0"
              max="1.5"
              value=${Math.min(1.5, contraction).toFixed(2)}
              aria-label=${t.contraction(name)}
              title=${t.contractionNow(percent(contraction))}
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
