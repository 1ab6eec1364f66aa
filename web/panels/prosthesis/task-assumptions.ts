import { html, type TemplateResult } from 'lit';
import type { WorldTask } from '../../../src/decoder/prosthesis/world-tasks.js';
import { assumptionsOf, type AssumptionName } from '../../../src/world/assumptions.js';
import { short } from '../../data/format.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';

/** What the world of a task, and who does it, assume: said where the task is, for whoever asks. */
export function taskAssumptions(task: WorldTask): TemplateResult {
  const t = prosthesisTexts();
  const entries = Object.entries(assumptionsOf(task)) as [AssumptionName, number][];
  return html`<details class="hint" data-testid="assumes">
    <summary>${t.assumes}</summary>
    <ul>
      ${entries.map(([name, value]) => html`<li>${t.assumed[name](short(value))}</li>`)}
      <li>${t.userAssumed}</li>
    </ul>
    ${task === 'sit-to-stand' ? html`<p>${t.overloadWhy}</p>` : ''}
  </details>`;
}
