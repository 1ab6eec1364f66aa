import { css, html, nothing, svg } from 'lit';
import { customElement } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import { shortNames } from '../../data/short-names.js';
import type { Topic } from '../../data/store.js';
import { limbTexts } from '../../texts/limb.js';
import { phrase } from '../../texts/phrase.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';

/** Waveform of the picked motor unit on every channel, all at one scale. */
@customElement('myo-muap-view')
export class MuapView extends StoreElement {
  static override styles = [
    controls,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(62px, 1fr));
        gap: 4px;
      }
      figure {
        margin: 0;
        background: var(--well);
        border: 1px solid var(--line);
        border-radius: 4px;
      }
      svg {
        display: block;
        width: 100%;
        height: 38px;
      }
      path {
        fill: none;
        stroke: var(--trace-filtered);
        stroke-width: 1.4;
        vector-effect: non-scaling-stroke;
      }
      figcaption {
        padding: 0 4px 2px;
        font-size: var(--size-xs);
        color: var(--ink-2);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['muap'];

  override render() {
    const muap = this.store.muap;
    if (!muap) return nothing;
    const t = limbTexts();
    const peak = Math.max(1e-12, ...muap.channels.flatMap((wave) => wave.map(Math.abs)));
    if (peak < 1e-10) return html`<p class="hint">${t.reachesNone}</p>`;
    const full = muap.channels.map((_, i) => phrase(this.store.info?.channels[i] ?? `CH${i + 1}`));
    const names = shortNames(full, 10);
    const milliseconds = (1000 * (muap.channels[0]?.length ?? 0)) / muap.sampleRateHz;
    return html`<div class="grid" role="img" aria-label=${t.muap(muap.channels.length, short(peak * 1e6))}>
        ${muap.channels.map((wave, i) => {
          const step = 100 / Math.max(1, wave.length - 1);
          const points = wave.map((v, n) => `${(n * step).toFixed(1)} ${(20 - (18 * v) / peak).toFixed(2)}`);
          return html`<figure>
            ${svg`<svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true"><path d="M${points.join('L')}"></path></svg>`}
            <figcaption title=${full[i] ?? ''}>${names[i]}</figcaption>
          </figure>`;
        })}
      </div>
      <p class="hint number">${t.fullHeight(short(peak * 1e6), milliseconds.toFixed(0))}</p>`;
  }
}
