import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { TestCursor, TestState } from '../../../src/protocol/test-state.js';
import { percent } from '../../data/format.js';
import { measuresOf, measureText } from './test-results.js';
import { testsTexts } from '../../texts/tests.js';
import { phrase } from '../../texts/phrase.js';

export const runStyles = css`
  .prompt {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 14px;
    align-items: center;
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-left: 4px solid var(--line-strong);
    border-radius: var(--radius-s);
    background: var(--well);
  }
  .prompt.inside {
    border-left-color: var(--good);
  }
  .prompt strong {
    font-size: var(--size-l);
  }
  .prompt progress {
    grid-column: 1 / -1;
    width: 100%;
    height: 8px;
    accent-color: var(--good);
  }
  .field {
    display: block;
    width: min(100%, 260px);
    margin: 8px auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--well);
  }
  .target {
    fill: color-mix(in srgb, var(--good) 30%, transparent);
    stroke: var(--good);
    stroke-width: 0.015;
  }
  .cursor {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 0.012;
  }
  .axis {
    stroke: var(--line);
    stroke-width: 0.008;
  }
`;

/** Where the test stands: what to do, how far it is, and the point to steer where there is one. */
export function progressView(state: TestState): TemplateResult {
  const t = testsTexts();
  const running = state.phase === 'trial' || state.phase === 'pause';
  return html`<div class="prompt ${state.inside ? 'inside' : ''}">
      <strong aria-live="polite">${phrase(state.prompt)}</strong>
      <span class="number">
        ${
          running
            ? t[state.phase === 'pause' ? 'pause' : 'running'](
                state.trial,
                state.trials,
                state.secondsLeft.toFixed(0),
              )
            : t.over(state.results.length, state.trials)
        }
      </span>
      ${running ? html`<progress max="1" .value=${state.progress} aria-label=${t.held}></progress>` : nothing}
    </div>
    ${running && state.cursor ? cursorView(state.cursor) : nothing}`;
}

function cursorView({ x, y, targetX, targetY, targetWidth }: TestCursor): TemplateResult {
  return html`<svg class="field" viewBox="-1.1 -1.1 2.2 2.2" role="img" aria-label=${testsTexts().field}>
    ${svg`<path class="axis" d="M-1.1 0H1.1M0 -1.1V1.1" />
      <circle class="target" cx=${targetX} cy=${-targetY} r=${targetWidth / 2} />
      <circle class="cursor" cx=${x} cy=${-y} r="0.045" />`}
  </svg>`;
}

/** Outcome of each trial and the means below. */
export function resultsView(state: TestState): TemplateResult | typeof nothing {
  if (state.results.length === 0) return nothing;
  const columns = measuresOf(state);
  const t = testsTexts();
  const { summary } = state;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t.results}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t.trial}</th>
          <th scope="col">${t.target}</th>
          <th scope="col">${t.completed}</th>
          ${columns.map((m) => html`<th scope="col" title=${t.measures[m.key][1]}>${t.measures[m.key][0]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${state.results.map(
          (trial, i) =>
            html`<tr>
              <td>${i + 1}</td>
              <th scope="row">${phrase(trial.target)}</th>
              <td>${trial.completed ? t.yes : t.no}</td>
              ${columns.map((m) => html`<td>${measureText(m, trial[m.key])}</td>`)}
            </tr>`,
        )}
      </tbody>
      ${
        summary
          ? html`<tfoot>
              <tr>
                <td></td>
                <th scope="row">${t.mean}</th>
                <td>${percent(summary.completionRate ?? NaN)}</td>
                ${columns.map(
                  (m) =>
                    html`<td>${m.key === 'indexOfDifficulty' ? '' : measureText(m, summary[m.key])}</td>`,
                )}
              </tr>
            </tfoot>`
          : nothing
      }
    </table>
  </div>`;
}
