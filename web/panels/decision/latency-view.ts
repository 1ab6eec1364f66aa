import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { latencyParts } from './latency-parts.js';
import { decisionTexts } from '../../texts/decision.js';

/** Where the delay between muscle and command comes from. */
@customElement('myo-latency')
export class LatencyView extends StoreElement {
  static override styles = [
    controls,
    css`
      .bar {
        display: flex;
        height: 18px;
        border-radius: 4px;
        overflow: hidden;
        gap: 1px;
        background: var(--surface);
      }
      .bar i {
        display: block;
        min-width: 1px;
      }
      table {
        width: 100%;
        margin-top: 4px;
      }
      td,
      th {
        padding: 1px 0;
        text-align: left;
        font-weight: 400;
      }
      td:last-child {
        text-align: right;
      }
      th i {
        display: inline-block;
        width: 10px;
        height: 10px;
        border-radius: 2px;
        margin-right: 6px;
      }
      tr.sum > * {
        border-top: 1px solid var(--line-strong);
        font-weight: 650;
      }
      h3 {
        font-size: var(--size-s);
        margin-bottom: 6px;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['statistics'];

  override render() {
    const budget = this.store.statistics?.latency;
    if (!budget) return nothing;
    const { parts, totalMs } = latencyParts(budget, this.store.transportMs);
    return html`<h3>${decisionTexts().delay}</h3>
      <div class="bar" aria-hidden="true">
        ${parts.map(({ ms, fill }) => html`<i .style="flex: ${Number.isFinite(ms) ? ms : 0} 0 0; background: ${fill}"></i>`)}
      </div>
      <table>
        <tbody>
          ${parts.map(
            ({ name, ms, fill }) =>
              html`<tr>
                <th scope="row"><i .style="background: ${fill}"></i>${name}</th>
                <td>${short(ms)} ms</td>
              </tr>`,
          )}
          <tr class="sum">
            <th scope="row">${decisionTexts().inAll}</th>
            <td>${totalMs.toFixed(0)} ms</td>
          </tr>
        </tbody>
      </table>`;
  }
}
