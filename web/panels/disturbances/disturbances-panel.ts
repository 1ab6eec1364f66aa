import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { patchScenario, store } from '../../data/app.js';
import { percent } from '../../data/format.js';
import { isRecord, type Json } from '../../data/is-record.js';
import { liveDecision, liveIntent } from '../../data/live-decision.js';
import { fieldOf, fieldsNow, loadFields } from '../../data/scenario-fields.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import '../dials/dial.js';
import { LiveScore } from './live-score.js';

type Side = 'A' | 'B';

/** Fields that shape a disturbance rather than set its size keep their value on the quiet side. */
const SIZES = /(Uv|PerMin|lossPercent|LossPercent|sweatPercent|settlingPercent|Ppm)$/u;

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
      .dials {
        display: grid;
        gap: 0 20px;
        grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
      }
    `,
  ];

  @state() private side: Side = 'A';
  private settings: Partial<Record<Side, Json>> = {};
  private readonly scores: Record<Side, LiveScore> = { A: new LiveScore(), B: new LiveScore() };
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'statistics'];
  protected override readonly streams = ['decisions', 'truth'] as const;
  private seen = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void loadFields().then(() => this.requestUpdate());
  }

  protected override frame(now: number): void {
    const count = store.columns.get('decisions')?.count ?? 0;
    if (count === this.seen) return;
    this.seen = count;
    const decision = liveDecision();
    if (decision) this.scores[this.side].add(liveIntent().movement, decision.movement, now);
  }

  /** The running settings with every size at nought. */
  private quiet(running: Json): Json {
    return Object.fromEntries(
      Object.entries(running).map(([key, value]) => {
        const field = fieldOf(fieldsNow() ?? {}, ['disturbances', key]);
        const zero = SIZES.test(key) && field?.kind === 'number' && field.min <= 0;
        return [key, zero ? 0 : value];
      }),
    );
  }

  private use(side: Side): void {
    const running = valueAt(store.scenario, ['disturbances']);
    if (side === this.side || !isRecord(running)) return;
    this.settings[this.side] = running;
    const next = this.settings[side] ?? this.quiet(running);
    this.settings[side] = next;
    this.side = side;
    patchScenario({ disturbances: next });
  }

  override render() {
    const group = fieldOf(fieldsNow() ?? {}, ['disturbances']);
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
        <span class="hint">B starts without any disturbance. Each keeps its own dials.</span>
      </div>
      <div class="dials">
        ${Object.entries(group.fields).map(([name, field]) =>
          field.kind === 'list' || field.kind === 'map' || field.kind === 'group'
            ? nothing
            : html`<myo-dial path="disturbances.${name}"></myo-dial>`,
        )}
      </div>`;
  }
}
