import { css, html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../../data/store.js';
import { calibrationTexts } from '../../texts/calibration.js';
import { StoreElement } from '../../ui/store-element.js';
import { amplitudeRows } from '../features/class-patterns.js';
import { ChannelHistory } from './channel-history.js';

const SHOWN = 3;
const EVERY_MS = 100;

/** The running amplitude of the channels that move most, to see the muscle answer while it is prompted. */
@customElement('myo-strongest-channels')
export class StrongestChannels extends StoreElement {
  static override styles = css`
    ul {
      display: grid;
      gap: 4px;
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: var(--size-s);
    }
    li {
      display: grid;
      grid-template-columns: 6em minmax(0, 1fr);
      gap: 8px;
      align-items: center;
    }
    b {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    svg {
      display: block;
      width: 100%;
      height: 34px;
      border-bottom: 1px solid var(--line-strong);
    }
    path {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.6;
      vector-effect: non-scaling-stroke;
    }
    p {
      margin: 0 0 4px;
      color: var(--ink-2);
      font-size: var(--size-s);
    }
  `;

  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  protected override readonly streams = ['features'] as const;
  private readonly history = new ChannelHistory(60);
  private takenAt = 0;

  protected override frame(now: number): void {
    if (now - this.takenAt < EVERY_MS) return;
    this.takenAt = now;
    const column = this.store.columns.get('features')?.column();
    const rows = amplitudeRows(this.store.rows('features') ?? [], this.store.info?.channels ?? []);
    if (!column || rows.length === 0) return;
    this.history.add(rows.map((row) => column[row] ?? 0));
    this.requestUpdate();
  }

  override render() {
    const t = calibrationTexts();
    const names = this.store.info?.channels ?? [];
    const strongest = this.history.strongest(SHOWN);
    if (strongest.length === 0) return nothing;
    return html`<p>${t.strongest}</p>
      <ul aria-label=${t.strongest}>
        ${strongest.map(
          ({ channel, path }) =>
            html`<li>
              <b>${names[channel]}</b>
              <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
                ${svg`<path d=${path} />`}
              </svg>
            </li>`,
        )}
      </ul>`;
  }
}
