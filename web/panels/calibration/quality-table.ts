import { html, nothing, type TemplateResult } from 'lit';
import type { CalibrationSummary, ClassReport } from '../../../src/protocol/server-messages.js';
import { phrase } from '../../texts/phrase.js';
import { classChoiceTexts } from '../../texts/class-choice.js';
import { calibrationTexts } from '../../texts/calibration.js';
import { classScore, rightShare, starLimits, takenFor, type ClassScore } from './class-score.js';
import { scoreSentence } from './score-sentence.js';
import { percent, short } from '../../data/format.js';

/** What training left out, repaired or assumed, and what is wrong with channels. */
export function notesList(notes: readonly string[]): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  return html`<ul class="hint" aria-label=${calibrationTexts().notes} data-testid="training-notes">
    ${notes.map((note) => html`<li>${phrase(note)}</li>`)}
  </ul>`;
}

/** What can be done with a class; undefined while it cannot be. */
export interface ClassActions {
  /** Record it again. */
  readonly again: (label: string) => (() => void) | undefined;
  /** Let the decoder not know it. */
  readonly leaveOut: (label: string) => (() => void) | undefined;
}

/**
 * How well each class was taught: stars, a sentence with the numbers behind it, and the numbers.
 * @param nameOf name of a class for people
 * @param heldOut decisions on what was held out
 * @param actions none where nobody here may do anything with a class
 */
export function qualityTable(
  rows: readonly ClassReport[],
  nameOf: (id: string) => string,
  heldOut: Pick<CalibrationSummary, 'classes' | 'confusion'>,
  actions?: ClassActions,
): TemplateResult {
  const t = calibrationTexts();
  const limits = starLimits;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t.qualityOf}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t.classHead}</th>
            <th scope="col">${t.stars}</th>
            <th scope="col">${t.advice}</th>
            ${actions ? html`<th scope="col">${t.record}</th>` : nothing}
            <th scope="col" class="n" title=${t.rightTitle}>${t.right}</th>
            <th scope="col" class="n" title=${t.separableTitle}>${t.separable}</th>
            <th scope="col" class="n" title=${t.repeatableTitle}>${t.repeatable}</th>
            <th scope="col" class="n" title=${t.overRestTitle}>${t.overRest}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const score = classScore(row, rightShare(row.label, heldOut));
            return html`<tr>
              <th scope="row">${nameOf(row.label)}</th>
              <td>
                <span class="stars" role="img" aria-label=${t.starsOf(score.stars)}>${starsText(score)}</span>
              </td>
              <td class="words" data-testid="sentence-${row.label}">
                ${scoreSentence(row, score, nameOf, takenFor(row.label, heldOut))}
              </td>
              ${actions ? html`<td>${actionButtons(row.label, nameOf(row.label), actions)}</td>` : nothing}
              <td class="n">${percent(score.right ?? NaN)}</td>
              <td class="n">${short(row.separability)} SD</td>
              <td class="n">${percent(row.repeatability)}</td>
              <td class="n">× ${short(row.amplitudeOverRest)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <details class="hint">
      <summary>${t.rule}</summary>
      ${t.ruleText(100 * limits.right, limits.separability, 100 * limits.repeatability, limits.amplitudeOverRest)}
    </details>`;
}

const starsText = ({ stars }: ClassScore): string => '★'.repeat(stars) + '☆'.repeat(5 - stars);

/** How well the velocity of each joint is estimated, where control is by regression. */
export function jointsHint(joints: CalibrationSummary['joints']): TemplateResult | typeof nothing {
  if (joints.length === 0) return nothing;
  const each = joints.map(({ joint, r2 }) => `${joint} ${short(r2)}`);
  return html`<span class="hint number" title=${calibrationTexts().r2Title}
    >${calibrationTexts().r2(each.join(', '))}</span
  >`;
}

function actionButtons(label: string, name: string, { again, leaveOut }: ClassActions): TemplateResult {
  const t = calibrationTexts();
  const c = classChoiceTexts();
  const [record, drop] = [again(label), leaveOut(label)];
  return html`<div class="actions">
    <button
      ?disabled=${!record}
      aria-label=${t.againName(name)}
      data-testid="again-${label}"
      @click=${() => record?.()}
    >
      ${t.again}</button
    ><button
      class="quiet"
      ?disabled=${!drop}
      aria-label=${c.leaveOutName(name)}
      data-testid="leave-out-${label}"
      @click=${() => drop?.()}
    >
      ${c.leaveOut}
    </button>
  </div>`;
}
