import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { store } from '../../data/app.js';
import { percent } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './confusion-table.js';
import './latency-view.js';
import './posteriors-view.js';

/** What the decoder believes, how sure it is, how often it was right and how late it is. */
@customElement('myo-decision')
export class DecisionPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        container-type: inline-size;
      }
      .grid {
        display: grid;
        gap: var(--gap-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (min-width: 620px) {
        .grid {
          grid-template-columns: minmax(0, 1.25fr) minmax(210px, 1fr);
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 22px;
        margin: 10px 0 0;
      }
      dt {
        font-size: var(--size-xs);
        color: var(--ink-2);
      }
      dd {
        margin: 0;
        font-weight: 650;
        font-size: var(--size-l);
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'calibration', 'statistics'];

  override render() {
    const { calibration, statistics } = store;
    const live = statistics?.statistics.accuracy;
    return html`<div class="grid">
      <div>
        <myo-posteriors></myo-posteriors>
        <dl>
          <div>
            <dt>Held-out accuracy</dt>
            <dd class="number">${calibration ? percent(calibration.accuracy) : '–'}</dd>
          </div>
          <div>
            <dt>Live, last minute</dt>
            <dd class="number">${typeof live === 'number' ? percent(live) : '–'}</dd>
          </div>
          <div>
            <dt>Decisions</dt>
            <dd class="number">${statistics?.statistics.decisions ?? '–'}</dd>
          </div>
        </dl>
      </div>
      <myo-latency></myo-latency>
      ${
        calibration
          ? html`<myo-confusion
              class="wide"
              .classes=${calibration.classes}
              .counts=${calibration.confusion}
            ></myo-confusion>`
          : ''
      }
    </div>`;
  }
}
