import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sessionIn, withNewSession, withSession } from '../data/session-link.js';
import type { Topic } from '../data/store.js';
import { appTexts } from '../texts/app.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

/** Which of the service's sessions is seen, and the way to the others. */
@customElement('myo-session')
export class SessionChip extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        color: var(--ink-2);
        font-size: var(--size-s);
        white-space: nowrap;
      }
      a,
      span {
        display: inline-flex;
        align-items: center;
        min-height: 32px;
      }
      a {
        color: var(--accent);
      }
      @media (max-width: 760px) {
        :host {
          font-size: var(--size-xs);
        }
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['connection', 'serverInfo'];

  override render() {
    const asked = sessionIn(location.href);
    const { info, connection } = this.store;
    // A page without a service has no sessions, and viewers have none of their own.
    if (!this.page.api || info?.role === 'viewer' || (asked === undefined && !info?.session)) return nothing;
    const t = appTexts();
    const another = withNewSession(location.href).href;
    if (asked === undefined || info?.session?.shared)
      return html`<a data-testid="session" href=${another} title=${t.ownTitle}>${t.ownSession}</a>`;
    return html`<span data-testid="session" title=${t.isOwnTitle}>${t.ownSession}</span>
      ${connection === 'waiting' ? html`<a href=${another}>${t.newOne}</a>` : nothing}
      <a href=${withSession(location.href, undefined).href} title=${t.sharedTitle}>${t.shared}</a>`;
  }
}
