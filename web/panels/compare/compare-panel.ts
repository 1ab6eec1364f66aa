import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { valueOf } from '../../../src/patient/outcome.js';
import { readable, short } from '../../data/format.js';
import { fieldsNow, loadFields } from '../../data/scenario-fields.js';
import { patchFor, pathOf, valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { compareTexts } from '../../texts/compare.js';
import { labelOf } from '../../texts/field-label.js';
import { phrase } from '../../texts/phrase.js';
import { said } from '../../ui/said.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { comparableFields, valueWritten, written, type Comparable } from './comparable-fields.js';
import { compareStyles } from './compare-styles.js';
import type { CompareSaid, CompareTask } from './compare-worker.js';
import { differenceOf } from './difference.js';
import { drawnChannels, scaleOf, sidesPicture } from './side-picture.js';
import { DRAWN_S, type TwoSides } from './two-settings.js';

const CHANNELS = 4;

/** Two settings of one patient, from the same seed and sample, one below the other. */
@customElement('myo-compare')
export class ComparePanel extends StoreElement {
  static override styles = [controls, compareStyles];

  @state() private path = 'limb.fatThicknessMm';
  @state() private written = '12';
  @state() private anew = false;
  @state() private parts: number | undefined;
  @state() private sides: TwoSides | undefined;
  @state() private failure = '';
  private worker: Worker | undefined;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];

  override connectedCallback(): void {
    super.connectedCallback();
    void loadFields().then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.parts = undefined;
  }

  private run(value: unknown): void {
    this.stop();
    this.failure = '';
    this.sides = undefined;
    this.parts = 0;
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<CompareSaid>) => {
      if ('parts' in data) {
        this.parts = data.parts;
        return;
      }
      this.stop();
      try {
        this.sides = valueOf(data.outcome);
      } catch (error) {
        this.failure = error instanceof Error ? error.message : String(error);
      }
    };
    worker.onerror = ({ message }) => {
      this.stop();
      this.failure = message;
    };
    const { scenario } = this.store;
    const task: CompareTask = {
      scenario,
      patch: patchFor(scenario, pathOf(this.path), value),
      anew: this.anew,
    };
    worker.postMessage(task);
  }

  private get fields(): readonly [path: string, field: Comparable][] {
    return comparableFields(fieldsNow() ?? {}).filter(([path]) => path !== 'version' && path !== 'seed');
  }

  private valueInput(field: Comparable): TemplateResult {
    const t = compareTexts();
    const set = (text: string): void => void (this.written = text);
    if (field.kind === 'number')
      return html`<label
        >${t.inB}
        <input
          type="number"
          min=${field.min}
          max=${field.max}
          step="any"
          .value=${this.written}
          @input=${(e: Event) => e.target instanceof HTMLInputElement && set(e.target.value)}
        />
        ${field.unit === '1' ? '' : field.unit}</label
      >`;
    if (field.kind === 'list')
      return html`<label
        >${t.inB}
        <input
          type="text"
          autocomplete="off"
          .value=${this.written}
          @input=${(e: Event) => e.target instanceof HTMLInputElement && set(e.target.value)}
        />
        ${t.between}</label
      >`;
    const options = field.kind === 'boolean' ? ['true', 'false'] : field.options;
    return html`<label
      >${t.inB}
      <select @change=${(e: Event) => e.target instanceof HTMLSelectElement && set(e.target.value)}>
        ${options.map(
          (option) =>
            html`<option value=${option} .selected=${live(option === this.written)}>
              ${this.shown(field.kind === 'boolean' ? option === 'true' : option)}
            </option>`,
        )}
      </select></label
    >`;
  }

  private shown(value: unknown): string {
    const t = compareTexts();
    if (typeof value === 'number') return short(value);
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value)) return written(value);
    return phrase(readable(String(value)));
  }

  private readonly chosen = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    this.path = event.target.value;
    const field = this.fields.find(([path]) => path === this.path)?.[1];
    const now = valueAt(this.store.scenario, pathOf(this.path));
    if (field?.kind === 'boolean') this.written = String(now !== true);
    else if (field?.kind === 'choice') this.written = field.options.find((option) => option !== now) ?? '';
    else this.written = field?.kind === 'list' ? written(now) : '';
  };

  private form(): TemplateResult {
    const t = compareTexts();
    const field = this.fields.find(([path]) => path === this.path)?.[1];
    const now = valueAt(this.store.scenario, pathOf(this.path));
    const value = field && valueWritten(field, this.written);
    const same = value !== undefined && written(value) === written(now);
    const busy = this.parts !== undefined;
    return html`<div class="form">
      <label
        >${t.differs}
        <select data-testid="compare-dial" @change=${this.chosen}>
          ${this.fields.map(
            ([path, one]) =>
              html`<option value=${path} .selected=${live(path === this.path)}>
                ${labelOf(path.split('.')[0] ?? '', undefined)}: ${labelOf(path.split('.').at(-1) ?? '', one)}
              </option>`,
          )}
        </select></label
      >
      ${
        field
          ? html`<span class="hint"
                >${t.inA(`${this.shown(now)} ${'unit' in field && field.unit !== '1' ? field.unit : ''}`)}</span
              >
              ${this.valueInput(field)}`
          : nothing
      }
      <label title=${t.anewHint}
        ><input
          type="checkbox"
          .checked=${this.anew}
          @change=${(e: Event) => e.target instanceof HTMLInputElement && (this.anew = e.target.checked)}
        />
        ${t.anew}</label
      >
      <button
        class="primary"
        data-testid="compare-run"
        ?disabled=${busy || value === undefined || same}
        @click=${() => this.run(value)}
      >
        ${t.run}
      </button>
      ${busy ? html`<button @click=${() => this.stop()}>${t.stop}</button>` : nothing}
      ${field?.kind === 'number' && value === undefined ? html`<p class="hint">${t.wrong(short(field.min), short(field.max))}</p>` : nothing}
      ${same ? html`<p class="hint">${t.same}</p>` : nothing}
    </div>`;
  }

  private words(sides: TwoSides): TemplateResult {
    const t = compareTexts();
    const { right, judged, apart, movingUv, restUv } = differenceOf(sides);
    const whole = (x: number): string => (100 * x).toFixed(1);
    const points = 100 * (right.b - right.a);
    const times = ({ a, b }: { a: number; b: number }): string => short(b / a);
    return html`<ul data-testid="compare-words">
      <li>
        ${
          Number.isNaN(right.a + right.b)
            ? t.unjudged
            : t.right(whole(right.a), whole(right.b), `${points > 0 ? '+' : ''}${points.toFixed(1)}`, judged)
        }
      </li>
      ${Number.isNaN(apart) ? nothing : html`<li>${t.apart(whole(apart))}</li>`}
      <li>${t.moving(short(movingUv.a), short(movingUv.b), times(movingUv))}</li>
      <li>${t.rest(short(restUv.a), short(restUv.b), times(restUv))}</li>
    </ul>`;
  }

  override render() {
    const t = compareTexts();
    const { sides, parts } = this;
    if (!this.store.scenario) return html`<p class="hint">${t.nobody}</p>`;
    const label = sides ? t.traces(DRAWN_S, short(scaleOf(sides))) : '';
    return html`<p class="hint">${t.intro}</p>
      ${this.form()}
      <p class="hint">${t.anewHint} ${t.heavy}</p>
      ${
        parts === undefined
          ? nothing
          : html`<p role="status">
              ${t.parts[parts]}
              <progress max="4" value=${parts} aria-label=${t.parts[parts] ?? ''}></progress>
            </p>`
      }
      ${this.failure ? html`<p role="alert">${t.failed} ${said(this.failure)}</p>` : nothing}
      ${
        sides
          ? html`${this.words(sides)}
              <figure>
                <figcaption class="hint">${label}. ${t.key}</figcaption>
                <div class="picture" tabindex="0" role="region" aria-label=${label}>
                  ${sidesPicture(sides, drawnChannels(sides, CHANNELS), label)}
                </div>
              </figure>`
          : nothing
      }`;
  }
}
