import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { percent, short } from '../../data/format.js';
import { shortNames } from '../../data/short-names.js';
import type { Topic } from '../../data/store.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';

/** Shares smaller than this are not written out. */
const WRITTEN = 0.12;

/** What each electrode hears of which muscle, one bar per channel. */
@customElement('myo-heard')
export class HeardView extends StoreElement {
  static override styles = [
    controls,
    css`
      .rows {
        display: grid;
        grid-template-columns: minmax(40px, max-content) 1fr max-content;
        gap: 3px 8px;
        align-items: center;
        font-size: var(--size-xs);
        max-height: 260px;
        overflow: auto;
      }
      .bar {
        display: flex;
        height: 20px;
        border: 1px solid var(--line-strong);
        border-radius: 3px;
        overflow: hidden;
      }
      .part {
        min-width: 0;
        overflow: hidden;
        white-space: nowrap;
        padding: 1px 3px;
        color: var(--ink);
        background: var(--muscle);
        border-right: 1px solid var(--line-strong);
      }
      .part:nth-child(even) {
        background: var(--surface-2);
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'crosstalk'];

  override render() {
    const { crosstalk, info, geometry } = this.store;
    if (!crosstalk || !geometry) return nothing;
    const t = limbTexts();
    const full = geometry.muscles.map(({ name }) => phrase(name));
    const muscles = shortNames(full, 16);
    const channels = (info?.channels ?? []).map((name) => phrase(name));
    const names = shortNames(channels, 15);
    return html`<h3>${t.hears}</h3>
      <div class="rows" role="group" tabindex="0" aria-label=${t.hears}>
        ${crosstalk.channels.map(({ shares, rmsUv }, c) => {
          const parts = shares
            .map((share, m) => ({ share, name: muscles[m] ?? '', full: full[m] ?? '' }))
            .filter(({ share }) => share >= 0.005)
            .sort((a, b) => b.share - a.share);
          const said = parts.map((part) => `${part.full} ${percent(part.share)}`).join(', ');
          return html`<span title=${channels[c] ?? ''}>${names[c] ?? c + 1}</span>
            <div
              class="bar"
              role="img"
              data-testid="heard"
              title=${said}
              aria-label="${channels[c] ?? ''}: ${said}"
            >
              ${parts.map(
                ({ share, name }) =>
                  html`<div class="part" .style=${`flex: ${share} 1 0`} aria-hidden="true">
                    ${share >= WRITTEN ? `${name} ${percent(share)}` : ''}
                  </div>`,
              )}
            </div>
            <span class="number">${short(rmsUv)} µV</span>`;
        })}
      </div>
      <p class="hint">${t.hearsHow(crosstalk.excitationPercent.toFixed(0))}</p>`;
  }
}
