import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ConnectionState } from '../data/connection.js';
import type { Topic } from '../data/store.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

const texts: Record<ConnectionState, readonly [mark: string, text: string]> = {
  connecting: ['○', 'Connecting'],
  open: ['●', 'Live'],
  waiting: ['◌', 'Reconnecting'],
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
          min-width: 84px;
          padding: 4px 6px;
          font-size: var(--size-xs);
        }
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['connection', 'status', 'serverInfo'];

  override render() {
    const state = this.store.connection;
    const [mark, base] = texts[state];
    const paused = state === 'open' && this.store.status?.phase === 'paused';
    const text = paused
      ? 'Paused'
      : this.store.info?.source === 'recording' && state === 'open'
        ? 'Replay'
        : base;
    return html`<button
      class=${state}
      data-testid="connection-state"
      data-state=${state}
      ?disabled=${state === 'connecting'}
      title=${state === 'waiting' ? 'Try again now' : state === 'open' ? 'Pause or resume the patient' : ''}
      @click=${() =>
        state === 'waiting'
          ? this.page.connection.retryNow()
          : this.page.connection.send({ op: 'setPaused', paused: !paused })}
    >
      <span aria-hidden="true">${mark}</span> ${text}
    </button>`;
  }
}
