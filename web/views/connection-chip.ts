import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ConnectionState } from '../data/connection.js';
import type { Topic } from '../data/store.js';
import { appTexts } from '../texts/app.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

const shown: Record<ConnectionState, readonly [mark: string, text: 'connecting' | 'live' | 'reconnecting']> =
  {
    connecting: ['○', 'connecting'],
    open: ['●', 'live'],
    waiting: ['◌', 'reconnecting'],
  };

/** Whether the page hears the patient. */
@customElement('myo-connection')
export class ConnectionChip extends StoreElement {
  static override styles = [
    controls,
    css`
      button {
        min-width: 118px;
        border-radius: 99px;
        border-color: var(--line);
        background: var(--surface-2);
      }
      .open {
        color: var(--good);
      }
      .waiting {
        color: var(--bad);
      }
      @media (max-width: 760px) {
        button {
          min-width: 0;
          padding: 4px 8px;
          font-size: var(--size-xs);
        }
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['connection', 'status', 'serverInfo'];

  override render() {
    const state = this.store.connection;
    const t = appTexts();
    const [mark, base] = shown[state];
    const paused = state === 'open' && this.store.status?.phase === 'paused';
    const text = paused
      ? t.paused
      : this.store.info?.source === 'recording' && state === 'open'
        ? t.replay
        : t[base];
    return html`<button
      class=${state}
      data-testid="connection-state"
      data-state=${state}
      ?disabled=${state === 'connecting'}
      title=${state === 'waiting' ? t.tryNow : state === 'open' ? (paused ? t.resume : t.pause) : ''}
      @click=${() =>
        state === 'waiting'
          ? this.page.connection.retryNow()
          : this.page.connection.send({ op: 'setPaused', paused: !paused })}
    >
      <span aria-hidden="true">${mark}</span> ${text}
    </button>`;
  }
}
