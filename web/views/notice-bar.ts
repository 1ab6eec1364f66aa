import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { isKiosk } from '../data/kiosk.js';
import type { Notice, Topic } from '../data/store.js';
import { appTexts } from '../texts/app.js';
import { said } from '../ui/said.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

/** How long something is said that asks for nothing. */
const SHOWN_MS = 9000;

/** What was said last, with what to do about it; goes by itself unless something can be done here. */
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
      .close {
        padding: 0 8px;
      }
      span,
      .primary {
        grid-column: 1 / -1;
      }
      .primary {
        justify-self: start;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['notice'];
  private timer = 0;

  protected override updated(): void {
    clearTimeout(this.timer);
    const { notice } = this.store;
    // On a kiosk nobody is sure to answer.
    if (notice && (!notice.action || isKiosk(location.href)))
      this.timer = window.setTimeout(() => this.close(), SHOWN_MS);
  }

  override render() {
    const { notice } = this.store;
    if (!notice) return nothing;
    return html`<div class=${notice.kind} role=${notice.kind === 'error' ? 'alert' : 'status'}>
      <strong>${words(notice.text, notice)}</strong>
      <button class="close" aria-label=${appTexts().close} @click=${() => this.close()}>×</button>
      ${notice.hint === '' ? nothing : html`<span>${words(notice.hint, notice)}</span>`}
      ${
        notice.action
          ? html`<button class="primary" data-testid="notice-action" @click=${() => this.act(notice)}>
              ${notice.action.label}
            </button>`
          : nothing
      }
    </div>`;
  }

  private close(): void {
    this.store.notify(undefined);
  }

  private act({ action }: Notice): void {
    this.close();
    action?.run();
  }
}

const words = (text: string, { english }: Notice) => (english ? said(text) : text);
