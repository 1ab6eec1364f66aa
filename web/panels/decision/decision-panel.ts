import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { OutsideStatistics } from '../../../src/protocol/server-messages.js';
import { percent, short } from '../../data/format.js';
import type { LiveWindow } from '../../data/live-windows.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './confusion-table.js';
import './latency-view.js';
import './posteriors-view.js';
import { decisionTexts } from '../../texts/decision.js';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What the decoder believes, how sure it is, how often it was right and how late it is. */
@customElement('myo-decision')
export class DecisionPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        container-type: inline-size;
      }
      .grid {
        display: grid;
        gap: var(--gap-4);
        grid-template-columns: minmax(0, 1fr);
      }
      @container (min-width: 620px) {
        .grid {
          grid-template-columns: minmax(0, 1.25fr) minmax(210px, 1fr);
        }
        .wide {
          grid-column: 1 / -1;
        }
      }
      .which {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
        margin-bottom: 4px;
      }
      .which button {
        min-height: 32px;
        padding: 1px 10px;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 22px;
        margin: 0 0 12px;
      }
      .outside {
        margin: 0 0 12px;
        padding: 4px 10px;
        border-left: 4px solid var(--accent);
        background: var(--surface-2);
        font-size: var(--size-s);
      }
      .outside.late {
        border-left-color: var(--bad);
      }
      .outside strong {
        display: block;
        overflow-wrap: anywhere;
      }
      dt {
        font-size: var(--size-xs);
        color: var(--ink-2);
      }
      dd {
        margin: 0;
        font-weight: 650;
        font-size: var(--size-l);
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'calibration', 'statistics'];

  protected override readonly streams = ['features', 'decisions', 'truth'] as const;
  @state() private fromLive = false;
  private shown: { key: string; window: LiveWindow } | undefined;

  private liveCounts(): number[][] {
    const classes = this.store.calibration?.classes ?? [];
    const counts = classes.map(() => classes.map(() => 0));
    this.page.windows.collect();
    for (const { label, decided, steady } of this.page.windows.windows) {
      const row = counts[classes.indexOf(label)];
      const column = classes.indexOf(decided);
      if (steady && row?.[column] !== undefined) row[column]++;
    }
    return counts;
  }

  /** The newest window of the cell; each further click, the one before. */
  private openCell({ row, column }: Cell): void {
    const classes = this.store.calibration?.classes ?? [];
    const key = `${row} ${column}`;
    const limit = this.shown?.key === key ? this.shown.window.end : Infinity;
    const own = this.page.windows.windows.filter(
      (w) => w.steady && w.label === classes[row] && w.decided === classes[column],
    );
    const window = own.filter((w) => w.end < limit).at(-1) ?? own.at(-1);
    if (!window) return;
    this.shown = { key, window };
    this.page.windows.show(window);
  }

  override render() {
    const t = decisionTexts();
    const { calibration, statistics } = this.store;
    const outside = statistics?.statistics.outside;
    const live = statistics?.statistics.accuracy;
    return html`<div class="grid">
      <myo-posteriors></myo-posteriors>
      <div>
        <dl>
          <div>
            <dt>${t.heldOut}${calibration?.model ? `, ${calibration.model}` : ''}</dt>
            <dd class="number">${calibration ? percent(calibration.accuracy) : '–'}</dd>
          </div>
          <div>
            <dt>${t.live}</dt>
            <dd class="number">${typeof live === 'number' ? percent(live) : '–'}</dd>
          </div>
          <div>
            <dt>${t.decisions}</dt>
            <dd class="number">${statistics?.statistics.decisions ?? '–'}</dd>
          </div>
        </dl>
        ${outside ? outsideView(outside) : ''}
        <myo-latency></myo-latency>
      </div>
      ${
        calibration
          ? html`<div class="wide">
              <div class="which" role="group" aria-label=${t.counted}>
                <button aria-pressed=${!this.fromLive} @click=${() => (this.fromLive = false)}>
                  ${t.fromHeldOut}
                </button>
                <button aria-pressed=${this.fromLive} @click=${() => (this.fromLive = true)}>
                  ${t.fromLive}
                </button>
                <span class="hint">${this.fromLive ? t.liveHint : t.heldOutHint}</span>
              </div>
              <myo-confusion
                .nameOf=${this.store.nameOf}
                .classes=${calibration.classes}
                .counts=${this.fromLive ? this.liveCounts() : calibration.confusion}
                ?openable=${this.fromLive}
                @cell-chosen=${(e: CustomEvent<Cell>) => this.openCell(e.detail)}
                >${t.caption}</myo-confusion
              >
            </div>`
          : ''
      }
    </div>`;
  }
}

/** How a classifier outside the service keeps up. */
function outsideView({ name, answers, unanswered, meanMs, p95Ms }: OutsideStatistics) {
  const ms = (value: number | null): string => (value === null ? '–' : `${short(value)} ms`);
  const late = unanswered > 0;
  const t = decisionTexts();
  return html`<div class="outside ${late ? 'late' : ''}">
    <strong>${t.decidedBy(name)}</strong>
    <span class="number"
      >${t.answers(answers, ms(meanMs), ms(p95Ms))} ${late ? t.unanswered(unanswered) : t.noneMissed}</span
    >
  </div>`;
}
