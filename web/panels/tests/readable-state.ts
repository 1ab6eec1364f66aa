import { html, nothing, type TemplateResult } from 'lit';
import { fieldLabel, short } from '../../data/format.js';
import { isRecord, type Json } from '../../data/is-record.js';

/** What a value is in words; undefined for what is shown elsewhere. */
export function valueText(value: unknown): string | undefined {
  if (typeof value === 'number') return short(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.map((item) => valueText(item) ?? '').join(', ');
  return undefined;
}

/** Results as names with values, and lists of like items as tables. */
export function stateView(state: unknown): TemplateResult | typeof nothing {
  if (!isRecord(state)) return nothing;
  const plain = Object.entries(state).filter(([, value]) => valueText(value) !== undefined);
  return html`<dl>
      ${plain.map(
        ([key, value]) =>
          html`<div>
            <dt>${fieldLabel(key)}</dt>
            <dd class="number">${valueText(value)}</dd>
          </div>`,
      )}
    </dl>
    ${Object.entries(state).map(([key, value]) => {
      if (Array.isArray(value) && value.length > 0 && value.every(isRecord))
        return tableView(fieldLabel(key), value);
      return isRecord(value)
        ? html`<h4>${fieldLabel(key)}</h4>
            ${stateView(value)}`
        : nothing;
    })}`;
}

function tableView(caption: string, rows: readonly Json[]): TemplateResult {
  const columns = Object.keys(rows[0] ?? {}).filter((key) =>
    rows.some((row) => valueText(row[key]) !== undefined),
  );
  return html`<div class="scroll">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((key) => html`<th scope="col">${fieldLabel(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map((key) => html`<td>${valueText(row[key]) ?? '–'}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
