// Texts still stand here, in English only.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fieldLabel, percent, short } from '../../data/format.js';
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
import { DialComparison } from './dial-comparison.js';
import { LiveScore } from './live-score.js';
import { loudDials, quietSettings } from './quiet-settings.js';

type Side = 'A' | 'B';

/** One dial per artefact, two settings to switch between, and the accuracy under each. */
@customElement('myo-disturbances')
export class DisturbancesPanel extends StoreElement {
  static override styles = [
    controls,
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
    const { comparison } = this;
    const busy = comparison && !comparison.done;
    const count = this.loud.length;
    return html`<div class="each">
      <div class="top">
        <strong>What each dial costs</strong>
        <label
          >stretch
          <select
            ?disabled=${busy}
            @change=${(e: Event) => e.target instanceof HTMLSelectElement && (this.seconds = Number(e.target.value))}
          >
            ${[10, 20, 40, 80].map((s) => html`<option value=${s} ?selected=${s === this.seconds}>${s} s</option>`)}
          </select></label
        >
        ${
          busy
            ? html`<button @click=${() => this.endComparison()}>Stop and put back</button>
                <span class="hint number"
                  >${comparison.current + 1} of ${comparison.total}:
                  ${comparison.dial ? `without ${this.inWords(comparison.dial)}` : 'all as set'}</span
                >`
            : html`<button ?disabled=${count === 0} @click=${() => this.compare()}>Measure</button>
                <span class="hint number"
                  >${count === 0 ? 'Turn a dial up first.' : `${count + 1} stretches, ${Math.ceil(((count + 1) * (this.seconds + 1.5)) / 60)} min: all as set, then without each of the ${count} that are up.`}</span
                >`
        }
      </div>
      ${
        comparison && comparison.results.length > 0
          ? html`<table>
              <thead>
                <tr>
                  <th scope="col">Setting</th>
                  <th scope="col">Otherwise</th>
                  <th scope="col">Right</th>
                  <th scope="col">Decisions counted</th>
                </tr>
              </thead>
              <tbody>
                ${comparison.results.map(
                  (r) =>
                    html`<tr>
                      <th scope="row">${r.dial ? `Without ${this.inWords(r.dial)}` : 'All as set'}</th>
                      <td class="number">${r.dial ? `${short(r.value)} ${this.unitOf(r.dial)}` : ''}</td>
                      <td class="number">${percent(r.share)}</td>
                      <td class="number">${r.counted}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
    </div>`;
  }

  private inWords(key: string): string {
    const label = fieldAt(fieldsNow() ?? {}, ['disturbances', key])?.label ?? fieldLabel(key);
    return label.replace(/^[A-Z](?![A-Z])/u, (first) => first.toLowerCase());
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
    const group = fieldAt(fieldsNow() ?? {}, ['disturbances']);
    if (group?.kind !== 'group') return html`<p class="hint">Loading …</p>`;
    return html`<div class="top">
        <span class="sides" role="group" aria-label="Setting">
          ${(['A', 'B'] as const).map((side) => {
            const { share, counted } = this.scores[side];
            return html`<button aria-pressed=${this.side === side} @click=${() => this.use(side)}>
              <b>${side}</b
              ><span class="number">${counted > 0 ? `${percent(share)} right` : 'not heard yet'}</span>
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
          Reset scores
        </button>
        <span class="hint"
          >B starts without any. The decoder knows the disturbances it was calibrated with.</span
        >
      </div>
      ${this.comparisonView()}
      ${sectionsOf('disturbances', Object.keys(group.fields)).map(
        ({ heading, names }) =>
          html`<section aria-label=${heading}>
            <h3>${heading}</h3>
            <div class="dials">
              ${names.map((name) => html`<myo-dial path="disturbances.${name}"></myo-dial>`)}
            </div>
          </section>`,
      )}`;
  }
}
