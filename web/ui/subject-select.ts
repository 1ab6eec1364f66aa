import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { subjectTexts } from '../texts/subject.js';
import type { TestSubject } from '../../src/protocol/test-state.js';

/** Who performs what is asked for: the simulated user, or the person at the page. */
export function subjectSelect(
  by: TestSubject,
  choose: (by: TestSubject) => void,
  disabled = false,
): TemplateResult {
  const t = subjectTexts();
  return html`<label
    >${t.by}
    <select
      ?disabled=${disabled}
      @change=${(e: Event) =>
        e.target instanceof HTMLSelectElement &&
        choose(e.target.value === 'person' ? 'person' : 'simulated-user')}
    >
      <option value="simulated-user" .selected=${live(by === 'simulated-user')}>${t.user}</option>
      <option value="person" .selected=${live(by === 'person')}>${t.person}</option>
    </select>
  </label>`;
}
