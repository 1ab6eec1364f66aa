// Texts still stand here, in English only.
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Topic } from '../data/store.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

/** The server's last complaint, with what to do instead; goes by itself. */
@customElement('myo-notice')
export class NoticeBar extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        right: 16px;
        top: 64px;
        z-index: 7;
        max-width: min(440px, calc(100vw - 32px));
      }
      div {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px 10px;
        padding: 10px 12px;
        border: 1px solid var(--bad);
        border-left-width: 5px;
        border-radius: var(--radius-s);
        background: var(--surface);
        box-shadow: 0 8px 30px rgb(0 0 0 / 25%);
        font-size: var(--size-s);
      }
      div.info {
        border-color: var(--accent);
      }
      button {
        min-height: 26px;
        padding: 0 8px;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['notice'];
  private timer = 0;

  protected override updated(): void {
    clearTimeout(this.timer);
    if (this.store.notice) this.timer = window.setTimeout(() => this.store.notify(undefined), 9000);
  }

  override render() {
    const { notice } = this.store;
    if (!notice) return nothing;
    return html`<div class=${notice.kind} role=${notice.kind === 'error' ? 'alert' : 'status'}>
      <strong>${notice.text}</strong>
      <button aria-label="Close" @click=${() => this.store.notify(undefined)}>×</button>
      <span>${notice.hint}</span>
    </div>`;
  }
}
