import { css, html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { amplitudeRows } from '../../../src/decoder/features/amplitude-rows.js';
import type { Topic } from '../../data/store.js';
import { calibrationTexts } from '../../texts/calibration.js';
import { StoreElement } from '../../ui/store-element.js';

import { strongestCourses, type ChannelCourse } from './strongest-courses.js';

const SHOWN = 3;
const SHOWN_S = 6;
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
      grid-template-columns: 8em minmax(0, 1fr);
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
  private strongest: readonly ChannelCourse[] = [];
  private takenAt = 0;

  protected override frame(now: number): void {
    if (now - this.takenAt < EVERY_MS) return;
    this.takenAt = now;
    const { info } = this.store;
    const ring = this.store.columns.get('features');
    const rows = amplitudeRows(this.store.rows('features') ?? [], info?.channels ?? []);
    if (!ring || !info || rows.length === 0) return;
    // What has come is drawn by its own time, however seldom the page is drawn.
    this.strongest = strongestCourses(ring, rows, SHOWN_S * info.sampleRateHz, SHOWN);
    this.requestUpdate();
  }

  override render() {
    const t = calibrationTexts();
    const names = this.store.info?.channels ?? [];
    const { strongest } = this;
    if (strongest.length === 0) return nothing;
    return html`<p>${t.strongest(SHOWN_S)}</p>
      <ul aria-label=${t.strongest(SHOWN_S)}>
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
