import { css, html, nothing, type TemplateResult } from 'lit';
import { percent, short } from '../../data/format.js';
import { disturbancesTexts } from '../../texts/disturbances.js';
import type { DialResult } from './dial-comparison.js';
import { costliest } from './costliest.js';

export const comparisonStyles = css`
  .chart {
    overflow-x: auto;
  }
  .chart table {
    width: 100%;
  }
  .chart .bar {
    position: relative;
    min-width: 90px;
    width: 40%;
  }
  .chart .bar i {
    display: block;
    height: 14px;
    background: var(--accent);
    border-radius: 2px;
    forced-color-adjust: none;
  }
  .chart .all i {
    background: var(--ink-3);
  }
`;

/** Accuracy with all disturbances, and without each of them: bars with their numbers. */
export function comparisonChart(
  results: readonly DialResult[],
  inWords: (dial: string) => string,
  unitOf: (dial: string) => string,
): TemplateResult {
  const t = disturbancesTexts();
  const most = costliest(results);
  return html`<div class="chart" tabindex="0" role="region" aria-label=${t.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t.setting}</th>
            <th scope="col">${t.otherwise}</th>
            <th scope="col" colspan="2">${t.share}</th>
            <th scope="col">${t.counted}</th>
          </tr>
        </thead>
        <tbody>
          ${results.map(
            ({ dial, value, share, counted }) =>
              html`<tr class=${dial ? '' : 'all'}>
                <th scope="row">${dial ? t.rowWithout(inWords(dial)) : t.rowAll}</th>
                <td class="number">${dial ? `${short(value)} ${unitOf(dial)}` : ''}</td>
                <td class="bar"><i .style="width: ${Number.isNaN(share) ? 0 : 100 * share}%"></i></td>
                <td class="number">${percent(share)}</td>
                <td class="number">${counted}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      results.length < 2
        ? nothing
        : html`<p class="hint">
            ${most?.dial ? t.costs((100 * most.gain).toFixed(0), inWords(most.dial)) : t.none}
          </p>`
    }`;
}
