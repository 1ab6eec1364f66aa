// Texts still stand here, in English only.
import { html, type TemplateResult } from 'lit';
import type { TestSubject } from '../../src/protocol/test-state.js';

/** Who performs what is asked for: the simulated user, or the person at the page. */
export function subjectSelect(
  by: TestSubject,
  choose: (by: TestSubject) => void,
  disabled = false,
): TemplateResult {
  return html`<label
    >Performed by
    <select
      ?disabled=${disabled}
      @change=${(e: Event) =>
        e.target instanceof HTMLSelectElement &&
        choose(e.target.value === 'person' ? 'person' : 'simulated-user')}
    >
      <option value="simulated-user" ?selected=${by === 'simulated-user'}>the simulated user</option>
      <option value="person" ?selected=${by === 'person'}>you, with keys or buttons</option>
    </select>
  </label>`;
}
