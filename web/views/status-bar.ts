import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../data/store.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';
import { said } from '../ui/said.js';
import { statusTexts } from '../texts/status.js';

/** What the patient is busy with, over the page rather than in it, so that nothing jumps. */
@customElement('myo-status')
export class StatusBar extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        left: 50%;
        bottom: 18px;
        transform: translateX(-50%);
        z-index: 6;
        max-width: min(560px, calc(100vw - 24px));
      }
      div {
        padding: 10px 16px;
        border-radius: var(--radius);
        /* What is filled says so itself, also in the colours of the system. */
        forced-color-adjust: none;
        background: var(--ink);
        color: var(--surface);
        box-shadow: 0 8px 30px rgb(0 0 0 / 30%);
        font-weight: 550;
      }
      progress {
        display: block;
        width: 100%;
        min-width: 220px;
        height: 6px;
        margin-top: 6px;
        accent-color: var(--accent);
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['status', 'connection'];

  override render() {
    const { status } = this.store;
    const t = statusTexts();
    this.dataset.phase = status?.phase;
    if (this.store.connection === 'waiting') return html`<div role="status">${t.lost}</div>`;
    if (!status || status.phase === 'running' || status.phase === 'paused') return nothing;
    return html`<div role="status">
      ${said(status.text)}
      ${
        status.phase === 'calibrating' && status.progress !== undefined
          ? html`<progress max="1" .value=${status.progress} aria-label=${t.calibration}></progress>`
          : nothing
      }
    </div>`;
  }
}
