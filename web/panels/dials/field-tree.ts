import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Field, FieldGroup } from '../../../src/ground/signal/field.js';
import { readable } from '../../data/format.js';
import { isRecord } from '../../data/is-record.js';
import { matches } from '../../data/scenario-fields.js';
import { pathOf, valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { dialsTexts } from '../../texts/dials.js';
import { labelOf } from '../../texts/field-label.js';
import { phrase } from '../../texts/phrase.js';
import { said } from '../../ui/said.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './dial.js';
import { OTHER, sectionsOf } from './subheadings.js';

/** Every field below a group, generated from its description. */
@customElement('myo-field-tree')
export class FieldTree extends StoreElement {
  static override styles = [
    controls,
    css`
      details {
        border-top: 1px solid var(--line);
      }
      details details {
        margin-left: 8px;
        border-left: 2px solid var(--line);
        border-top: 0;
        padding-left: 8px;
      }
      summary {
        padding: 7px 2px;
        font-weight: 600;
        font-size: var(--size-s);
        cursor: pointer;
      }
      details[open] > summary {
        color: var(--accent);
      }
      .inner {
        padding-bottom: 6px;
      }
      h3 {
        margin: 10px 0 2px;
        font-size: var(--size-s);
        color: var(--accent);
      }
      .entry {
        display: flex;
        align-items: start;
        gap: 4px;
      }
      .entry > :first-child {
        flex: 1;
        min-width: 0;
      }
      .list-tools {
        display: flex;
        gap: 6px;
        padding: 4px 0;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 4px 0;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        font-size: var(--size-s);
      }
      legend {
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) fields: FieldGroup = {};
  @property() path = '';
  /** Words every shown dial must contain. */
  @property() filter = '';
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];

  override render() {
    return this.group(this.fields, this.path);
  }

  private group(fields: FieldGroup, path: string): TemplateResult {
    const below = (name: string): string => (path ? `${path}.${name}` : name);
    const shown = Object.keys(fields).filter((name) => {
      const field = fields[name];
      return field !== undefined && (!this.filter || this.holds(field, below(name)));
    });
    return html`${sectionsOf(path, shown).map(
      ({ heading, names }) =>
        html`${heading ? html`<h3>${heading === OTHER ? dialsTexts().other : said(heading)}</h3>` : nothing}${names.map(
          (name) => {
            const field = fields[name];
            return field ? this.field(field, below(name), labelOf(name, field)) : nothing;
          },
        )}`,
    )}`;
  }

  private field(field: Field, path: string, label: string): TemplateResult | typeof nothing {
    if (this.filter && !this.holds(field, path)) return nothing;
    switch (field.kind) {
      case 'group':
        return this.section(label, field.explain, this.group(field.fields, path));
      case 'list':
        return this.section(label, field.explain, this.list(field, path));
      case 'map':
        return this.section(label, field.explain, this.map(field, path));
      default:
        return html`<myo-dial
          path=${path}
          label=${/^\d+$/u.test(label) ? dialsTexts().item(Number(label) + 1) : label}
        ></myo-dial>`;
    }
  }

  private holds(field: Field, path: string): boolean {
    const local = `${labelOf(path.split('.').at(-1) ?? '', field)} ${phrase(field.explain)}`;
    if (matches(field, path, this.filter, local)) return true;
    if (field.kind === 'group')
      return Object.entries(field.fields).some(([name, inner]) => this.holds(inner, `${path}.${name}`));
    if (field.kind === 'list') return this.holds(field.item, path);
    return field.kind === 'map' && this.holds(field.value, path);
  }

  private section(label: string, explain: string, body: TemplateResult): TemplateResult {
    return html`<details ?open=${this.filter !== ''}>
      <summary title=${phrase(explain)}>${label}</summary>
      <div class="inner">${explain ? html`<p class="hint">${said(explain)}</p>` : nothing}${body}</div>
    </details>`;
  }

  private list(field: Extract<Field, { kind: 'list' }>, path: string): TemplateResult {
    const value = valueAt(this.store.scenario, pathOf(path));
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const { item } = field;
    if (item.kind === 'choice') return this.choices(item.options, items, path);
    const last = items.at(-1);
    return html`${items.map((entry, i) => {
        const name = isRecord(entry) ? (entry.name ?? entry.kind) : undefined;
        const label = typeof name === 'string' && name ? name : `${i + 1}`;
        return this.field(item, `${path}.${i}`, item.kind === 'group' ? phrase(readable(label)) : String(i));
      })}
      <div class="list-tools">
        <button
          ?disabled=${items.length >= field.maxItems || last === undefined}
          @click=${() => this.page.dials.set(path, [...items, last])}
        >
          ${dialsTexts().addOne}
        </button>
        <button
          ?disabled=${items.length <= field.minItems}
          @click=${() => this.page.dials.set(path, items.slice(0, -1))}
        >
          ${dialsTexts().removeLast}
        </button>
      </div>`;
  }

  private choices(options: readonly string[], chosen: readonly unknown[], path: string): TemplateResult {
    const toggle = (option: string): void =>
      this.page.dials.set(
        path,
        chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option],
      );
    return html`<fieldset>
      ${options.map(
        (option) =>
          html`<label
            ><input type="checkbox" .checked=${chosen.includes(option)} @change=${() => toggle(option)} />
            ${phrase(readable(option))}</label
          >`,
      )}
    </fieldset>`;
  }

  private map(field: Extract<Field, { kind: 'map' }>, path: string): TemplateResult {
    const value = valueAt(this.store.scenario, pathOf(path));
    const present = isRecord(value) ? Object.keys(value) : [];
    const own = field.open ? this.store.vocabulary.own.map(({ id }) => id) : [];
    const missing = [...(field.keys ?? []), ...own].filter((key) => !present.includes(key));
    const { value: item } = field;
    return html`${present.map((key) => {
      const name = this.store.nameOf(key);
      return html`<div class="entry">
        <div>${this.field(item, `${path}.${key}`, name)}</div>
        <button
          class="quiet"
          title=${dialsTexts().remove(name)}
          aria-label=${dialsTexts().remove(name)}
          @click=${() => this.page.dials.drop(`${path}.${key}`)}
        >
          ×
        </button>
      </div>`;
    })}
    ${
      missing.length > 0 && 'default' in item
        ? html`<select
            aria-label=${dialsTexts().addEntry}
            @change=${(e: Event) => {
              if (!(e.target instanceof HTMLSelectElement) || !e.target.value) return;
              this.page.dials.set(`${path}.${e.target.value}`, item.default);
              e.target.selectedIndex = 0;
            }}
          >
            <option value="">${dialsTexts().add}</option>
            ${missing.map((key) => html`<option value=${key}>${this.store.nameOf(key)}</option>`)}
          </select>`
        : nothing
    }`;
  }
}
