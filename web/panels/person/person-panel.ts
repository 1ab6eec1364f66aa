import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { cardNumber, type CardRow } from '../../../src/body/person/person-card.js';
import { fieldAt } from '../../../src/ground/signal/field.js';
import { readable } from '../../data/format.js';
import { fieldsNow, loadFields, sourcesNow } from '../../data/scenario-fields.js';
import { pathOf } from '../../data/scenario-path.js';
import { personTexts } from '../../texts/person.js';
import { phrase } from '../../texts/phrase.js';
import { said } from '../../ui/said.js';
import { controls } from '../../ui/styles.js';
import { CardElement } from './card-element.js';
import { cardSections, deviationText, type CardSection } from './card-sections.js';
import { personWords } from './person-words.js';

/** The card of the person: words for everyone, and every number beside the typical one. */
@customElement('myo-person')
export class PersonPanel extends CardElement {
  static override styles = [
    controls,
    css`
      h3 {
        font-size: var(--size-l);
      }
      .words {
        max-width: 70ch;
        margin: 4px 0 8px;
        line-height: 1.5;
      }
      .sections {
        display: grid;
        gap: 12px 28px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
        align-items: start;
      }
      table {
        width: 100%;
      }
      caption {
        padding: 6px 0 2px;
        text-align: left;
        font-weight: 650;
        color: var(--accent);
      }
      th,
      td {
        padding: 3px 0 3px 8px;
        text-align: right;
        vertical-align: top;
        white-space: nowrap;
        border-bottom: 1px solid var(--line);
      }
      thead th {
        font-weight: 500;
        color: var(--ink-3);
      }
      th:first-child {
        padding-left: 0;
        text-align: left;
        font-weight: 550;
        white-space: normal;
      }
      td.far {
        font-weight: 650;
      }
      small {
        color: var(--ink-3);
        font-size: var(--size-xs);
      }
      .notes {
        margin-top: 8px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    if (!fieldsNow()) void loadFields().then(() => this.requestUpdate());
  }

  override render() {
    const { card } = this;
    const t = personTexts();
    if (!card)
      return html`<p class="hint">${this.store.info && !this.store.scenario ? t.ofRecording : t.loading}</p>`;
    return html`<h3 data-testid="person-title">${said(card.title)}</h3>
      <p class="words">${personWords(card).join(' ')}</p>
      <div class="sections">${cardSections(card.rows).map((section) => this.section(section))}</div>
      ${card.notes.map((note) => html`<p class="hint notes">${t.note}: ${said(note)}</p>`)}
      <p class="hint notes">${t.sd} <span class="tag assumption">${t.assumption}</span>: ${t.legend}</p>`;
  }

  private section({ heading, rows }: CardSection) {
    const t = personTexts();
    return html`<table>
      <caption>
        ${heading}
      </caption>
      <thead>
        <tr>
          <th scope="col"></th>
          <th scope="col">${t.ofPerson}</th>
          <th scope="col">${t.ofTypical}</th>
          <th scope="col">${t.deviation}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.row(row))}
      </tbody>
    </table>`;
  }

  private row({ name, unit, value, typical, deviation, spread }: CardRow) {
    const field = fieldAt(fieldsNow() ?? {}, pathOf(spread));
    const assumed = field !== undefined && sourcesNow()?.isAssumption(field);
    return html`<tr title=${phrase(field?.explain ?? '')}>
      <th scope="row">
        ${phrase(readable(name))} ${unit ? html`<small>${unit}</small>` : nothing}
        ${assumed ? html`<span class="tag assumption">${personTexts().assumption}</span>` : nothing}
      </th>
      <td>${cardNumber(value)}</td>
      <td>${cardNumber(typical)}</td>
      <td class=${Math.abs(deviation) >= 1 ? 'far' : ''}>${deviationText(deviation)}</td>
    </tr>`;
  }
}
