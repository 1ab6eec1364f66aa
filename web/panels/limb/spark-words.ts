import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { limbTexts } from '../../texts/limb.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { sparkSpread } from './spark-spread.js';
import { peakOf } from './touch.js';

interface Measured {
  readonly peak: string;
  readonly channels: string;
  readonly degrees: string;
}

/** How strong and how wide the action potential of the picked unit is, and how it was when it was picked. */
@customElement('myo-spark-words')
export class SparkWords extends StoreElement {
  static override styles = [
    controls,
    css`
      p {
        margin: 0;
        font-size: var(--size-s);
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['muap', 'serverInfo'];
  private first: { readonly of: string; readonly was: Measured } | undefined;

  override render() {
    const { muap, geometry, generation } = this.store;
    const spread = muap && geometry ? sparkSpread(muap.channels, geometry) : undefined;
    if (!muap || !spread) return nothing;
    const now: Measured = {
      peak: short(1e6 * Math.max(...muap.channels.map(peakOf))),
      channels: spread.channels.toFixed(2),
      degrees: spread.halfWidthDeg.toFixed(0),
    };
    const of = `${generation}/${muap.muscle}/${muap.unit}`;
    if (this.first?.of !== of) this.first = { of, was: now };
    const { was } = this.first;
    const t = limbTexts();
    const changed = was.peak !== now.peak || was.channels !== now.channels;
    return html`<p class="number" data-testid="spark-words" data-channels=${now.channels}>
        ${t.spread(now.peak, now.channels, now.degrees)}
        ${changed ? t.spreadBefore(was.peak, was.channels, was.degrees) : nothing}
      </p>
      <p class="hint">${t.spreadHow}</p>`;
  }
}
