import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { connection, intent, store } from '../../data/app.js';
import { readable } from '../../data/format.js';
import { isRecord } from '../../data/is-record.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { download } from '../signals/signal-export.js';
import { stateView } from './readable-state.js';

const tests = [
  [
    'motion',
    'Motion Test',
    'Each movement in turn: how soon is it chosen, how long until it is completed (Kuiken 2009).',
  ],
  ['tac', 'TAC Test', 'Bring the prosthesis into a shown posture and hold it there (Simon 2011).'],
  [
    'fitts',
    'Fitts’ law',
    'Reach targets of several distances and widths: throughput in bits per second (ISO 9241-411).',
  ],
] as const;

/** Online tests, by a person with keys or buttons or by the simulated user. */
@customElement('myo-tests')
export class TestsPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      .choice {
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      }
      .choice button {
        text-align: left;
        padding: 8px 12px;
        display: grid;
        gap: 2px;
        align-content: start;
      }
      .choice span {
        font-weight: 400;
        line-height: 1.35;
      }
      .run {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 14px;
        align-items: center;
        margin: 12px 0;
        font-size: var(--size-s);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 24px;
        margin: 0 0 8px;
      }
      dt {
        font-size: var(--size-xs);
        color: var(--ink-2);
      }
      dd {
        margin: 0;
        font-weight: 650;
      }
      .scroll {
        overflow-x: auto;
      }
      caption {
        text-align: left;
        font-weight: 600;
        padding: 4px 0;
      }
      th,
      td {
        text-align: left;
        padding: 3px 10px 3px 0;
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  @state() private chosen: (typeof tests)[number][0] = 'motion';
  @state() private by: 'person' | 'simulated-user' = 'simulated-user';
  protected override readonly topics: readonly Topic[] = ['test', 'serverInfo'];

  private start(): void {
    if (this.by === 'person') intent.rest();
    connection.send({ op: 'startTest', test: this.chosen, by: this.by });
  }

  private save(): void {
    const text = JSON.stringify(store.test?.state, null, 2);
    download(`myodesis-${store.test?.test ?? 'test'}.json`, new Blob([text], { type: 'application/json' }));
  }

  override render() {
    const result = store.test;
    return html`<div class="choice" role="radiogroup" aria-label="Test">
        ${tests.map(
          ([id, name, text]) =>
            html`<button role="radio" aria-checked=${this.chosen === id} @click=${() => (this.chosen = id)}>
              ${name}<span>${text}</span>
            </button>`,
        )}
      </div>
      <div class="run">
        <label
          >Performed by
          <select
            @change=${(e: Event) =>
              e.target instanceof HTMLSelectElement &&
              (this.by = e.target.value === 'person' ? 'person' : 'simulated-user')}
          >
            <option value="simulated-user" ?selected=${this.by === 'simulated-user'}>
              the simulated user
            </option>
            <option value="person" ?selected=${this.by === 'person'}>you, with keys or buttons</option>
          </select>
        </label>
        <button class="primary" @click=${() => this.start()}>Start</button>
        <button @click=${() => connection.send({ op: 'stopTest' })}>Stop</button>
        <button ?disabled=${!isRecord(result?.state)} @click=${() => this.save()}>Save results</button>
      </div>
      ${
        result
          ? html`<section aria-live="polite">
              <h3>${tests.find(([id]) => id === result.test)?.[1] ?? readable(result.test)}</h3>
              ${stateView(result.state)}
            </section>`
          : nothing
      }`;
  }
}
