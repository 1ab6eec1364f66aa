import { css, html, nothing } from 'lit';
import type { TestName, TestSubject } from '../../../src/protocol/test-state.js';
import { customElement, state } from 'lit/decorators.js';
import type { Topic } from '../../data/store.js';
import { subjectSelect } from '../../ui/subject-select.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { download } from '../signals/signal-export.js';
import { resultsCsv } from './test-results.js';
import { progressView, resultsView, runStyles } from './test-run.js';
import { testsTexts } from '../../texts/tests.js';

const tests = ['motion', 'tac', 'fitts'] as const;

/** Online tests, by a person with keys or buttons or by the simulated user. */
@customElement('myo-tests')
export class TestsPanel extends StoreElement {
  static override styles = [
    controls,
    runStyles,
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
      section {
        display: grid;
        gap: 8px;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
      }
      th {
        font-weight: 550;
      }
      tfoot > tr > * {
        font-weight: 700;
        border-top: 1px solid var(--line-strong);
      }
      th,
      td {
        text-align: left;
        padding: 3px 10px 3px 0;
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  @state() private chosen: TestName = 'motion';
  @state() private by: TestSubject = 'simulated-user';
  protected override readonly topics: readonly Topic[] = ['test', 'serverInfo'];

  private start(): void {
    if (this.by === 'person') this.page.intent.rest();
    this.page.connection.send({ op: 'startTest', test: this.chosen, by: this.by });
  }

  private save(kind: 'json' | 'csv'): void {
    const { test } = this.store;
    if (!test) return;
    const text = kind === 'csv' ? resultsCsv(test.state) : JSON.stringify(test, null, 2);
    const type = kind === 'csv' ? 'text/csv' : 'application/json';
    download(`myodesis-${test.test}-test.${kind}`, new Blob([text], { type }));
  }

  override render() {
    const t = testsTexts();
    const result = this.store.test;
    const running = result?.state.phase === 'trial' || result?.state.phase === 'pause';
    const empty = !result || result.state.results.length === 0;
    return html`${
        running
          ? nothing
          : html`<div class="choice" role="radiogroup" aria-label=${t.test}>
              ${tests.map(
                (id) =>
                  html`<button
                    role="radio"
                    aria-checked=${this.chosen === id}
                    @click=${() => (this.chosen = id)}
                  >
                    ${t[id][0]}<span>${t[id][1]}</span>
                  </button>`,
              )}
            </div>`
      }
      <div class="run">
        ${subjectSelect(this.by, (by) => (this.by = by))}
        <button class="primary" ?disabled=${running} @click=${() => this.start()}>${t.start}</button>
        <button ?disabled=${!running} @click=${() => this.page.connection.send({ op: 'stopTest' })}>
          ${t.stop}
        </button>
        <button ?disabled=${empty} @click=${() => this.save('csv')}>${t.saveCsv}</button>
        <button ?disabled=${empty} @click=${() => this.save('json')}>${t.saveJson}</button>
      </div>
      ${
        result
          ? html`<section aria-label=${t[result.test][0]}>
              ${progressView(result.state)} ${resultsView(result.state)}
            </section>`
          : nothing
      }`;
  }
}
