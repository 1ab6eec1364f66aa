import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeviceInfo } from '../../../src/protocol/server-messages.js';
import { fieldLabel } from '../../data/format.js';
import { devicesTexts } from '../../texts/devices.js';
import { phrase } from '../../texts/phrase.js';
import { said } from '../../ui/said.js';
import { isRecord } from '../../data/is-record.js';

/** A field as a message describes it. */
type Described = DeviceInfo['options'][string];

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * A control for one option of a device; undefined for a kind of field that this page does not know, which is left at its
 * default.
 * @param device what its controls are named after
 * @param set told the value that was chosen
 */
export function deviceOption(
  device: string,
  name: string,
  field: Described,
  value: unknown,
  set: (value: unknown) => void,
): TemplateResult | undefined {
  const control = controlOf(`${device}-${name}`, field, value ?? field.default, set);
  if (!control) return undefined;
  const unit = textOf(field.unit);
  return html`<label for="${device}-${name}">${phrase(textOf(field.label) || fieldLabel(name))}</label>
    <span class="control">${control}${unit === '' || unit === '1' ? nothing : html` ${unit}`}</span>
    <p class="hint">
      ${said(textOf(field.explain))} ${field.assumption === true ? devicesTexts().assumption : nothing}
    </p>`;
}

function controlOf(
  id: string,
  field: Described,
  value: unknown,
  set: (value: unknown) => void,
): TemplateResult | undefined {
  switch (field.kind) {
    case 'number': {
      const { min, max } = field;
      return html`<input
        id=${id}
        type="number"
        min=${numberOf(min) ?? nothing}
        max=${numberOf(max) ?? nothing}
        step=${numberOf(field.step) ?? (field.integer === true ? 1 : 'any')}
        .value=${String(value)}
        @change=${changed((input) => input.value !== '' && set(input.valueAsNumber))}
      />`;
    }
    case 'boolean':
      return html`<input
        id=${id}
        type="checkbox"
        .checked=${value === true}
        @change=${changed((input) => set(input.checked))}
      />`;
    case 'text':
      return html`<input
        id=${id}
        type="text"
        .value=${textOf(value)}
        @change=${changed((input) => set(input.value))}
      />`;
    case 'choice': {
      const options = Array.isArray(field.options) ? field.options.map(String) : [];
      return html`<select
        id=${id}
        @change=${({ target }: Event) => target instanceof HTMLSelectElement && set(target.value)}
      >
        ${options.map((option) => html`<option value=${option} .selected=${live(option === value)}>${phrase(option)}</option>`)}
      </select>`;
    }
    case 'list':
      return listControl(id, field, value, set);
    default:
      return undefined;
  }
}

/** Numbers with commas between them; lists of anything else are left alone. */
function listControl(
  id: string,
  { item }: Described,
  value: unknown,
  set: (value: unknown) => void,
): TemplateResult | undefined {
  if (!isRecord(item) || item.kind !== 'number') return undefined;
  const shown = Array.isArray(value) ? value.join(', ') : '';
  return html`<input
    id=${id}
    type="text"
    inputmode="numeric"
    placeholder=${devicesTexts().none}
    .value=${shown}
    @change=${changed((input) =>
      set(
        input.value
          .split(/[\s,]+/u)
          .filter((part) => part !== '')
          .map(Number),
      ),
    )}
  />`;
}

function changed(take: (input: HTMLInputElement) => unknown): (event: Event) => void {
  return ({ target }) => {
    if (target instanceof HTMLInputElement) take(target);
  };
}
