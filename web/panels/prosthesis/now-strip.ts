import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { percent } from '../../data/format.js';
import { liveDecision, liveIntent } from '../../data/live-decision.js';
import type { Topic } from '../../data/store.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';

/** What is wanted beside what was understood. */
@customElement('myo-now')
export class NowStrip extends StoreElement {
  static override styles = [
    controls,
    css`
      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
        margin: 0;
      }
      div {
        border: 1px solid var(--line);
        border-left: 4px solid var(--warm);
        border-radius: var(--radius-s);
        background: var(--well);
        padding: 4px 10px 6px;
        min-width: 0;
      }
      div.decoded {
        border-left-color: var(--accent);
      }
      dt {
        font-size: var(--size-xs);
        color: var(--ink-2);
        display: flex;
        justify-content: space-between;
        gap: 6px;
        white-space: nowrap;
      }
      dd {
        margin: 0;
        font-size: var(--size-l);
        font-weight: 650;
        line-height: 1.2;
        min-height: 2.4em;
        display: flex;
        align-items: center;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo', 'control'];
  protected override readonly streams = ['decisions', 'truth'] as const;
  private shownText = '';
  private drawnAt = 0;
  private same = true;

  protected override frame(now: number): void {
    if (now - this.drawnAt < 50) return;
    this.drawnAt = now;
    const intent = liveIntent(this.store);
    const decision = liveDecision(this.store);
    const text = `${intent.movement} ${intent.strength.toFixed(2)} ${decision?.movement ?? ''} ${decision?.confidence.toFixed(2) ?? ''}`;
    if (text === this.shownText) return;
    this.shownText = text;
    this.same = decision?.movement === intent.movement;
    this.requestUpdate();
  }

  override render() {
    const t = prosthesisTexts();
    const intent = liveIntent(this.store);
    const decision = liveDecision(this.store);
    const strength = intent.movement === 'rest' ? '' : percent(intent.strength);
    return html`<dl>
      <div>
        <dt>${t.intended}<span class="number">${strength}</span></dt>
        <dd data-testid="intent">${this.store.nameOf(intent.movement)}</dd>
      </div>
      <div class="decoded">
        <dt>
          ${t.decoded}
          <span class="number"
            >${decision && Number.isFinite(decision.confidence) ? percent(decision.confidence) : ''}
            <span aria-hidden="true">${decision ? (this.same ? '✓' : '≠') : ''}</span></span
          >
        </dt>
        <dd data-testid="decision">${decision ? this.store.nameOf(decision.movement) : t.notYet}</dd>
      </div>
    </dl>`;
  }
}
