import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { percent } from '../../data/format.js';
import { language } from '../../data/language.js';
import { isRecord, type Json } from '../../data/is-record.js';
import { liveDecision, liveIntent } from '../../data/live-decision.js';
import { fieldAt } from '../../../src/ground/signal/field.js';
import { fieldsNow, loadFields } from '../../data/scenario-fields.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import '../dials/dial.js';
import { sectionsOf } from '../dials/subheadings.js';
import { comparisonChart, comparisonStyles } from './comparison-chart.js';
import { phrase } from '../../texts/phrase.js';
import { DialComparison } from './dial-comparison.js';
import { LiveScore } from './live-score.js';
import { loudDials, quietSettings } from './quiet-settings.js';
import { labelOf } from '../../texts/field-label.js';
import { disturbancesTexts } from '../../texts/disturbances.js';

type Side = 'A' | 'B';

/** One dial per artefact, two settings to switch between, and the accuracy under each. */
@customElement('myo-disturbances')
export class DisturbancesPanel extends StoreElement {
  static override styles = [
    controls,
    comparisonStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        margin-bottom: 8px;
        font-size: var(--size-s);
      }
      .sides {
        display: inline-flex;
        gap: 6px;
      }
      .sides button {
        min-width: 130px;
        text-align: left;
      }
      .sides b {
        display: inline-block;
        margin-right: 8px;
      }
      .each {
        margin-bottom: 10px;
        padding: 8px 12px 2px;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
      }
      .each th,
      .each td {
        text-align: left;
        padding: 2px 18px 2px 0;
        font-weight: 500;
      }
      h3 {
        margin-top: 12px;
        padding-bottom: 2px;
        border-bottom: 1px solid var(--line);
        font-size: var(--size-m);
        color: var(--accent);
      }
      .dials {
        display: grid;
        gap: 0 20px;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
      }
    `,
  ];

  @state() private side: Side = 'A';
  private settings: Partial<Record<Side, Json>> = {};
  private readonly scores: Record<Side, LiveScore> = { A: new LiveScore(), B: new LiveScore() };
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'statistics', 'scenario'];
  protected override readonly streams = ['decisions', 'truth'] as const;
  private seen = 0;
  @state() private seconds = 20;
  @state() private comparison: DialComparison | undefined;
  private original: Json | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void loadFields().then(() => this.requestUpdate());
    window.addEventListener('pagehide', this.leave);
  }

  // A page that goes away in the middle leaves the patient as it found them.
  private readonly leave = (): void => this.endComparison();

  protected override frame(now: number): void {
    const count = this.store.columns.get('decisions')?.count ?? 0;
    if (count === this.seen) return;
    this.seen = count;
    const decision = liveDecision(this.store);
    if (!decision) return;
    const wanted = liveIntent(this.store).movement;
    const { comparison } = this;
    if (!comparison || comparison.done) this.scores[this.side].add(wanted, decision.movement, now);
    else if (
      comparison.add(wanted, decision.movement, this.store.index / (this.store.info?.sampleRateHz ?? 1))
    ) {
      this.page.dials.patch({ disturbances: comparison.settings() });
      this.requestUpdate();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.leave);
    this.endComparison();
  }

  /** Dials that are up and that the quiet side takes down. */
  private get loud(): string[] {
    const running = valueAt(this.store.scenario, ['disturbances']);
    if (!isRecord(running)) return [];
    return loudDials(running, this.quiet(running));
  }

  private compare(): void {
    const running = valueAt(this.store.scenario, ['disturbances']);
    if (!isRecord(running)) return;
    this.original = running;
    this.comparison = new DialComparison(running, this.quiet(running), this.loud, this.seconds);
    this.page.dials.patch({ disturbances: this.comparison.settings() });
  }

  private endComparison(): void {
    if (this.comparison && !this.comparison.done && this.original)
      this.page.dials.patch({ disturbances: this.original });
    this.comparison = undefined;
  }

  private comparisonView() {
    const t = disturbancesTexts();
    const { comparison } = this;
    const busy = comparison && !comparison.done;
    const count = this.loud.length;
    return html`<div class="each">
      <div class="top">
        <strong>${t.cost}</strong>
        <label
          >${t.stretch}
          <select
            ?disabled=${busy}
            @change=${(e: Event) => e.target instanceof HTMLSelectElement && (this.seconds = Number(e.target.value))}
          >
            ${[10, 20, 40, 80].map((s) => html`<option value=${s} .selected=${live(s === this.seconds)}>${s} s</option>`)}
          </select></label
        >
        ${
          busy
            ? html`<button @click=${() => this.endComparison()}>${t.putBack}</button>
                <span class="hint number"
                  >${t.under(comparison.current + 1, comparison.total, comparison.dial ? t.without(this.inWords(comparison.dial)) : t.allAsSet)}</span
                >`
            : html`<button ?disabled=${count === 0} @click=${() => this.compare()}>${t.measure}</button>
                <span class="hint number"
                  >${count === 0 ? t.turnUp : t.plan(count + 1, Math.ceil(((count + 1) * (this.seconds + 1.5)) / 60), count)}</span
                >`
        }
      </div>
      ${
        comparison && comparison.results.length > 0
          ? comparisonChart(
              comparison.results,
              (dial) => this.inWords(dial),
              (dial) => this.unitOf(dial),
            )
          : nothing
      }
    </div>`;
  }

  private inWords(key: string): string {
    const label = labelOf(key, fieldAt(fieldsNow() ?? {}, ['disturbances', key]));
    // A noun keeps its capital in German.
    return language() === 'en' ? label.replace(/^[A-Z](?![A-Z])/u, (first) => first.toLowerCase()) : label;
  }

  private unitOf(key: string): string {
    const field = fieldAt(fieldsNow() ?? {}, ['disturbances', key]);
    return field?.kind === 'number' ? field.unit : '';
  }

  private quiet(running: Json): Json {
    return quietSettings(running, fieldsNow() ?? {});
  }

  private use(side: Side): void {
    const running = valueAt(this.store.scenario, ['disturbances']);
    if (side === this.side || !isRecord(running)) return;
    this.settings[this.side] = running;
    const next = this.settings[side] ?? this.quiet(running);
    this.settings[side] = next;
    this.side = side;
    this.page.dials.patch({ disturbances: next });
  }

  override render() {
    const t = disturbancesTexts();
    const group = fieldAt(fieldsNow() ?? {}, ['disturbances']);
    if (group?.kind !== 'group') return html`<p class="hint">${t.loading}</p>`;
    return html`<div class="top">
        <span class="sides" role="group" aria-label=${t.setting}>
          ${(['A', 'B'] as const).map((side) => {
            const { share, counted } = this.scores[side];
            return html`<button aria-pressed=${this.side === side} @click=${() => this.use(side)}>
              <b>${side}</b><span class="number">${counted > 0 ? t.right(percent(share)) : t.unheard}</span>
            </button>`;
          })}
        </span>
        <button
          @click=${() => {
            this.scores.A.reset();
            this.scores.B.reset();
            this.requestUpdate();
          }}
        >
          ${t.reset}
        </button>
        <span class="hint">${t.hint}</span>
      </div>
      ${this.comparisonView()}
      ${sectionsOf('disturbances', Object.keys(group.fields)).map(
        ({ heading, names }) =>
          html`<section aria-label=${phrase(heading)}>
            <h3>${phrase(heading)}</h3>
            <div class="dials">
              ${names.map((name) => html`<myo-dial path="disturbances.${name}"></myo-dial>`)}
            </div>
          </section>`,
      )}`;
  }
}
