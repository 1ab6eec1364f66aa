import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../../data/store.js';
import { hasTones, tonesOf } from '../../data/test-tones.js';
import { tonesTexts } from '../../texts/tones.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';

/** Says, where known sines are in the place of muscles, what that means for what is shown beside it. */
@customElement('myo-tones-note')
export class TonesNote extends StoreElement {
  static override styles = [
    controls,
    css`
      :host([hidden]) {
        display: none;
      }
      p {
        margin-bottom: var(--gap-2);
        padding: 6px 10px;
        border-left: 4px solid var(--warm);
        background: var(--caution-soft);
        color: var(--ink);
        font-size: var(--size-s);
      }
      b,
      span {
        margin-right: 0.6em;
      }
      span {
        display: inline-block;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** What it stands beside. */
  @property() about: 'decode' | 'prosthesis' | 'intent' | 'limb' | 'signal' = 'decode';
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];

  override render() {
    const shown = hasTones(this.store.scenario);
    this.toggleAttribute('hidden', !shown);
    if (!shown) return nothing;
    const t = tonesTexts();
    const channels = this.store.info?.channels ?? [];
    return html`<p role="note">
      ${
        this.about === 'signal'
          ? html`<b>${t.signal}</b>${tonesOf(this.store.scenario, channels.length).map(
                ({ frequencyHz, rmsUv }, c) =>
                  html`<span>${t.tone(channels[c] ?? '', frequencyHz, rmsUv)}</span>`,
              )}`
          : t[this.about]
      }
    </p>`;
  }
}
