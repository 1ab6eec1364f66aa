import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DeviceInfo, DeviceState } from '../../../src/protocol/server-messages.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { devicesTexts } from '../../texts/devices.js';
import { said } from '../../ui/said.js';
import { phrase } from '../../texts/phrase.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { deviceOption } from './device-option.js';

/** Devices that other programs find here: switched on and off, with their dials, and who is connected. */
@customElement('myo-devices')
export class DevicesPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      .lead {
        margin-bottom: 10px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));
        gap: 10px;
      }
      li {
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        padding: 10px 12px;
        display: flex;
        flex-direction: column;
        gap: 6px;
        min-width: 0;
        font-size: var(--size-s);
      }
      li.open {
        border-color: var(--accent);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      h3 {
        font-size: var(--size-m);
        margin-right: auto;
      }
      code {
        display: block;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px 12px;
        margin: 0;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        margin: 0;
      }
      .options {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: 2px 10px;
        align-items: center;
        margin-top: 8px;
      }
      .options .hint {
        grid-column: 1 / -1;
        margin-bottom: 8px;
      }
      .options input[type='number'] {
        width: 7em;
      }
      .options input[type='text'] {
        width: 11em;
      }
      summary {
        cursor: pointer;
        color: var(--accent);
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'devices'];
  /** Options chosen for devices that are not open yet. */
  @state() private chosen: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};

  override render() {
    const infos = this.store.info?.devices ?? [];
    return html`<p class="lead hint">${devicesTexts().lead}</p>
      <ul>
        ${infos.map((info) => this.card(info))}
      </ul>`;
  }

  private card(info: DeviceInfo) {
    const { device, title, explain } = info;
    const now = this.store.devices.find((one) => one.device === device);
    const t = devicesTexts();
    const state = now ? t.on : t.off;
    return html`<li class=${now ? 'open' : ''}>
      <header>
        <h3>${said(title)}</h3>
        <button
          type="button"
          aria-pressed=${now !== undefined}
          aria-label="${state}: ${phrase(title)}"
          ?disabled=${this.store.info?.role === 'viewer'}
          @click=${() => this.toggle(device, now)}
        >
          ${state}
        </button>
      </header>
      <p>${said(explain)}</p>
      ${now ? facts(now) : nothing}
      <details>
        <summary>${t.settings}</summary>
        <div class="options">
          ${Object.entries(info.options).map(([name, field]) =>
            deviceOption(device, name, field, (now?.options ?? this.chosen[device] ?? {})[name], (value) =>
              this.turn(device, now, name, value),
            ),
          )}
        </div>
      </details>
    </li>`;
  }

  private toggle(device: string, now: DeviceState | undefined): void {
    const { connection } = this.page;
    if (now) connection.send({ op: 'closeDevice', device });
    else connection.send({ op: 'openDevice', device, options: { ...this.chosen[device] } });
  }

  private turn(device: string, now: DeviceState | undefined, name: string, value: unknown): void {
    this.chosen = { ...this.chosen, [device]: { ...this.chosen[device], [name]: value } };
    if (now) this.page.connection.send({ op: 'setDevice', device, options: { [name]: value } });
  }
}

/** Where an open device is and how it does. */
function facts({ addresses, rateHz, clients, sent, dropped, lost, notes }: DeviceState) {
  const t = devicesTexts();
  const number = (n: number): string => n.toLocaleString('en');
  return html`<dl>
      <dt>${t.address}</dt>
      <dd>${addresses.map((address) => html`<code>${address}</code>`)}</dd>
      <dt>${t.rate}</dt>
      <dd class="number">${rateHz > 0 ? t.perSecond(short(rateHz)) : t.whenever}</dd>
      <dt>${t.programs}</dt>
      <dd class="number">
        ${clients.length === 0 ? t.noneYet : clients.map(({ address }) => address).join(', ')}
      </dd>
      <dt>${t.sent}</dt>
      <dd class="number">
        ${number(sent)}${dropped > 0 ? html`, <strong>${t.dropped(number(dropped))}</strong>` : nothing}${
          lost > 0 ? html`, ${t.lost(number(lost))}` : nothing
        }
      </dd>
    </dl>
    ${notes.map((note) => html`<p class="hint">${said(note)}</p>`)}`;
}
