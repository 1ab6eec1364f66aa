// Texts still stand here, in English only.
import { html, nothing, type TemplateResult } from 'lit';
import type { CalibrationSummary, ClassReport } from '../../../src/protocol/server-messages.js';
import { percent, short } from '../../data/format.js';

/** What training left out, repaired or assumed, and what is wrong with channels. */
export function notesList(notes: readonly string[]): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<ul class="hint" aria-label="Notes of training" data-testid="training-notes">
    ${notes.map((note) => html`<li>${note}</li>`)}
  </ul>`;
}

/**
 * How well each class was taught.
 * @param nameOf name of a class for people
 * @param again records one class again, where that is possible now
 */
export function qualityTable(
  rows: readonly ClassReport[],
  nameOf: (id: string) => string,
  again?: (label: string) => (() => void) | undefined,
): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Quality of each class">
    <table>
      <thead>
        <tr>
          <th scope="col">Class</th>
          <th
            scope="col"
            class="n"
            title="Distance to the nearest other class, in pooled standard deviations"
          >
            Separable
          </th>
          <th scope="col" class="n" title="0: repetitions differ, 100 %: alike">Repeatable</th>
          <th scope="col" class="n" title="Amplitude relative to rest">Over rest</th>
          <th scope="col">Advice</th>
          ${again ? html`<th scope="col">Record</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${nameOf(row.label)}</th>
              <td class="n">${short(row.separability)} SD</td>
              <td class="n">${percent(row.repeatability)}</td>
              <td class="n">× ${short(row.amplitudeOverRest)}</td>
              <td>${row.advice}</td>
              ${again ? html`<td>${againButton(row.label, nameOf(row.label), again(row.label))}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** How well the velocity of each joint is estimated, where control is by regression. */
export function jointsHint(joints: CalibrationSummary['joints']): TemplateResult | typeof nothing {
  if (joints.length === 0) return nothing;
  const each = joints.map(({ joint, r2 }) => `${joint} ${short(r2)}`);
  return html`<span
    class="hint number"
    title="Share of the wanted velocity's variance that the estimate explains on held-out repetitions; 1 is all"
    >R² of ${each.join(', ')}</span
  >`;
}

function againButton(label: string, name: string, record: (() => void) | undefined): TemplateResult {
  return html`<button
    ?disabled=${!record}
    aria-label="Record ${name} again"
    data-testid="again-${label}"
    @click=${() => record?.()}
  >
    Again
  </button>`;
}
