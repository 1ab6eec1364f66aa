import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import {
  fieldAt,
  liveAt,
  type Field,
  type LiveClass,
  type NumberField,
} from '../../../src/ground/signal/field.js';
import { readable, short } from '../../data/format.js';
import { fieldsNow, loadFields, sourcesNow } from '../../data/scenario-fields.js';
import { pathOf, valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { dialsTexts } from '../../texts/dials.js';
import { labelOf } from '../../texts/field-label.js';
import { phrase } from '../../texts/phrase.js';
import { said } from '../../ui/said.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { dialStyles } from './dial-styles.js';
import { sourceList } from './source-list.js';
import { clampTo, pace, stepOf } from './number-dial.js';

/** One field of the scenario that explains itself: what, unit, range, default, cost, source or assumption. */
@customElement('myo-dial')
export class Dial extends StoreElement {
  static override styles = [controls, dialStyles];

  /** Dotted path in the scenario, such as `limb.fatThicknessMm`. */
  @property() path = '';
  /** Show the explanation without being asked. */
  @property({ type: Boolean }) verbose = false;
  /** Label instead of the one derived from the field's name. */
  @property() label = '';
  @state() private open = false;
  /** Value under the finger, ahead of the scenario. */
  @state() private pending: number | undefined;

  protected override readonly topics: readonly Topic[] = ['scenario', 'serverInfo', 'history'];
  private sentAt = 0;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!fieldsNow()) void loadFields().then(() => this.requestUpdate());
  }

  /** What a turn costs. */
  private get cost(): LiveClass {
    return liveAt(fieldsNow() ?? {}, pathOf(this.path));
  }

  private drag(field: NumberField, value: number): void {
    if (!Number.isFinite(value)) return;
    this.pending = clampTo(field, value);
    const wait = pace(this.cost);
    clearTimeout(this.timer);
    if (wait === Infinity) return;
    const due = Math.max(0, this.sentAt + wait - Date.now());
    this.timer = window.setTimeout(() => this.commit(), due);
  }

  private commit(): void {
    clearTimeout(this.timer);
    if (this.pending === undefined) return;
    this.sentAt = Date.now();
    this.page.dials.set(this.path, this.pending);
  }

  private letGo(): void {
    this.commit();
    this.pending = undefined;
  }

  override render() {
    const fields = fieldsNow();
    const field = fields && fieldAt(fields, pathOf(this.path));
    if (!field) return nothing;
    const key = this.path.split('.').at(-1) ?? '';
    const label = this.label ? phrase(this.label) : labelOf(key, field);
    const t = dialsTexts();
    const value = this.pending ?? valueAt(this.store.scenario, pathOf(this.path));
    return html`<div class="dial">
      <div class="row">
        <label for="control">${label}</label>
        ${sourcesNow()?.isAssumption(field) ? html`<span class="tag assumption">${t.assumption}</span>` : nothing}
        ${field.kind === 'number' ? this.entry(field, value, label) : nothing}
        ${field.kind === 'boolean' ? this.control(field, value) : nothing}
        ${
          this.verbose
            ? nothing
            : html`<button
                class="info"
                aria-expanded=${this.open}
                aria-label="i: ${t.about(label)}"
                title=${phrase(field.explain)}
                @click=${() => (this.open = !this.open)}
              >
                i
              </button>`
        }
      </div>
      ${field.kind === 'boolean' ? nothing : this.control(field, value)}
      ${this.open || this.verbose ? this.about(field) : nothing}
    </div>`;
  }

  private entry(field: NumberField, value: unknown, label: string) {
    const unit = unitOf(field);
    return html`<span class="entry"
      ><input
        type="number"
        aria-label=${dialsTexts().value(label)}
        min=${field.min}
        max=${field.max}
        step="any"
        .value=${typeof value === 'number' ? String(Number(value.toPrecision(6))) : ''}
        @change=${(e: Event) => {
          this.drag(field, Number(read(e)));
          this.letGo();
        }}
      /><span class="unit">${unit}</span></span
    >`;
  }

  private control(field: Field, value: unknown) {
    const testid = `dial-${this.path}`;
    switch (field.kind) {
      case 'number':
        return html`<input
            id="control"
            type="range"
            data-testid=${testid}
            min=${field.min}
            max=${field.max}
            step=${stepOf(field)}
            .value=${String(typeof value === 'number' ? value : field.default)}
            @input=${(e: Event) => this.drag(field, Number(read(e)))}
            @change=${() => this.letGo()}
          /><span class="ends" aria-hidden="true"
            ><span>${short(field.min)}</span><span>${short(field.max)}</span></span
          >`;
      case 'choice':
        return html`<select
          id="control"
          data-testid=${testid}
          @change=${(e: Event) => this.page.dials.set(this.path, read(e))}
        >
          ${[...field.options, ...(field.open ? this.store.vocabulary.own.map(({ id }) => id) : [])].map(
            (option) =>
              html`<option value=${option} .selected=${live(option === value)}>
                ${phrase(readable(option))}
              </option>`,
          )}
        </select>`;
      case 'boolean':
        return html`<input
          id="control"
          type="checkbox"
          data-testid=${testid}
          .checked=${value === true}
          @change=${(e: Event) =>
            e.target instanceof HTMLInputElement && this.page.dials.set(this.path, e.target.checked)}
        />`;
      case 'text':
        return html`<input
          id="control"
          type="text"
          data-testid=${testid}
          maxlength=${field.maxLength ?? 200}
          .value=${typeof value === 'string' ? value : ''}
          @change=${(e: Event) => this.page.dials.set(this.path, read(e))}
        />`;
      default:
        return nothing;
    }
  }

  private about(field: Field) {
    const t = dialsTexts();
    const range =
      field.kind === 'number'
        ? t.range(String(field.min), `${field.max} ${unitOf(field)}`.trim(), String(field.default))
        : '';
    return html`<p class="about">
      ${said(field.explain)} <span class="number">${range}</span> ${t.costs[this.cost]}
      ${field.assumption ? html`<br />${t.unmeasured}` : nothing} ${sourceList(field.source, sourcesNow())}
    </p>`;
  }
}

const unitOf = ({ unit }: NumberField): string => (unit === '1' ? '' : unit === 'deg' ? '°' : unit);

function read(event: Event): string {
  const from = event.target;
  return from instanceof HTMLInputElement || from instanceof HTMLSelectElement ? from.value : '';
}
