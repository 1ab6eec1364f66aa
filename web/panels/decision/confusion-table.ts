import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readable } from '../../data/format.js';
import { controls } from '../../ui/styles.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { decisionTexts } from '../../texts/decision.js';

/** Confusion as a real table: rows what was asked, columns what was decided, in percent of the row. */
@customElement('myo-confusion')
export class ConfusionTable extends SpokenElement {
  static override styles = [
    controls,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
      }
      caption {
        text-align: left;
        color: var(--ink-2);
        font-size: var(--size-s);
        padding-bottom: 4px;
      }
      th {
        font-weight: 550;
        text-align: left;
        padding: 2px 6px;
        white-space: nowrap;
      }
      thead th {
        vertical-align: bottom;
        text-align: center;
        font-size: var(--size-xs);
        min-width: 5.2em;
        max-width: 5.4em;
        white-space: normal;
        line-height: 1.15;
      }
      td {
        text-align: center;
        padding: 3px 4px;
        border: 1px solid var(--line);
        min-width: 2.9em;
      }
      td.corner {
        border: 0;
      }
      td.zero {
        color: var(--ink-3);
      }
      td button {
        width: 100%;
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      td.right {
        font-weight: 700;
        outline: 1.5px solid var(--accent);
        outline-offset: -1.5px;
      }
    `,
  ];

  @property({ attribute: false }) classes: readonly string[] = [];
  /** Name of a class for people. */
  @property({ attribute: false }) nameOf: (id: string) => string = readable;
  /** Cells can be opened: a click fires `cell-chosen` with `{ row, column }`. */
  @property({ type: Boolean }) openable = false;
  @property({ attribute: false }) counts: readonly (readonly number[])[] = [];

  private cell(row: number, column: number, count: number, text: string) {
    if (!this.openable || count === 0) return text;
    const open = (): boolean =>
      this.dispatchEvent(new CustomEvent('cell-chosen', { detail: { row, column } }));
    const [asked, decided] = [this.classes[row] ?? '', this.classes[column] ?? ''].map(this.nameOf);
    return html`<button @click=${open} aria-label=${decisionTexts().cell(text, asked ?? '', decided ?? '')}>
      ${text}
    </button>`;
  }

  override render() {
    const t = decisionTexts();
    const short = this.classes.map(this.nameOf);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t.table}>
      <table>
        <caption>
          <slot></slot>
        </caption>
        <thead>
          <tr>
            <td class="corner"></td>
            ${short.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.counts.map((row, r) => {
            const sum = row.reduce((a, b) => a + b, 0) || 1;
            return html`<tr>
              <th scope="row">${short[r]}</th>
              ${row.map((count, c) => {
                const share = (100 * count) / sum;
                const token = r === c ? '--accent' : '--warm';
                return html`<td
                  class="${r === c ? 'right' : ''} ${count === 0 ? 'zero' : ''}"
                  .style="background: color-mix(in srgb, var(${token}) ${(share * 0.4).toFixed(0)}%, transparent)"
                  title=${t.ofWindows(count, sum)}
                >
                  ${this.cell(r, c, count, count === 0 ? '·' : share.toFixed(share < 10 ? 1 : 0))}
                </td>`;
              })}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }
}
