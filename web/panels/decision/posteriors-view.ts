import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { classNamed, decisionRows } from '../../../src/protocol/stream-rows.js';
import { percent } from '../../data/format.js';
import { decidedRow, liveIntent } from '../../data/live-decision.js';
import type { Topic } from '../../data/store.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { phrase } from '../../texts/phrase.js';
import { decisionTexts } from '../../texts/decision.js';

/** Probability of every class, and which class each smoothing step chose. */
@customElement('myo-posteriors')
export class PosteriorsView extends StoreElement {
  static override styles = [
    controls,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: max-content minmax(40px, 1fr) 4.2em 4.2em;
        gap: 1px 8px;
      }
      li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        align-items: center;
        font-size: var(--size-s);
        padding: 1px 4px;
        border-left: 3px solid transparent;
      }
      li.decided {
        border-left-color: var(--accent);
        background: var(--accent-soft);
      }
      li.decided b {
        font-weight: 700;
      }
      .bar {
        height: 12px;
        background: var(--surface-2);
        border: 1px solid var(--line);
        border-radius: 3px;
        overflow: hidden;
      }
      .bar i {
        display: block;
        height: 100%;
        width: 100%;
        background: var(--accent);
        transform-origin: left;
        transform: scaleX(0);
      }
      .mark {
        color: var(--warm);
        font-weight: 600;
        font-size: var(--size-xs);
        visibility: hidden;
      }
      li.intended .mark {
        visibility: visible;
      }
      .name {
        white-space: nowrap;
      }
      b {
        white-space: nowrap;
        font-weight: inherit;
        text-align: right;
      }
      @media (forced-colors: active) {
        li {
          border-left-color: Canvas;
        }
        li.decided {
          border-left-color: Highlight;
        }
        .bar i {
          background: Highlight;
        }
      }
      .steps {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(7.6rem, 1fr));
        gap: 2px 10px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
        font-size: var(--size-xs);
        color: var(--ink-2);
      }
      .steps > span {
        min-height: 2.9em;
        line-height: 1.4;
      }
      .steps output {
        display: block;
        font-weight: 650;
        font-size: var(--size-s);
        color: var(--ink);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  protected override readonly streams = ['decisions', 'truth'] as const;
  private drawnAt = 0;

  // Written straight to the elements: rendering templates 20 times a second would cost more.
  protected override frame(now: number): void {
    if (now - this.drawnAt < 50) return;
    this.drawnAt = now;
    const column = this.store.columns.get('decisions')?.column();
    const classes = this.store.info?.classes ?? [];
    const rows = this.store.rows('decisions');
    const decided = decidedRow(this.store);
    if (!column || !rows || decided === undefined) return;
    const { posterior, step } = decisionRows.places(rows);
    const steps = [...step.values()];
    const intent = liveIntent(this.store).movement;
    this.renderRoot.querySelectorAll('li').forEach((item, i) => {
      const value = column[posterior.get(classes[i] ?? '') ?? -1] ?? NaN;
      const bar = item.querySelector('i');
      if (bar) bar.style.transform = `scaleX(${Number.isFinite(value) ? value.toFixed(3) : 0})`;
      const number = item.querySelector('b');
      if (number) number.textContent = percent(value);
      item.classList.toggle('decided', column[decided] === i);
      item.classList.toggle('intended', classes[i] === intent);
    });
    this.renderRoot.querySelectorAll('output').forEach((output, i) => {
      const name = classNamed(classes, column[steps[i] ?? NaN]);
      output.textContent = name ? this.store.nameOf(name) : '–';
    });
  }

  override render() {
    const t = decisionTexts();
    const classes = this.store.info?.classes ?? [];
    const rows = this.store.rows('decisions');
    const steps = rows ? [...decisionRows.places(rows).step.keys()] : [];
    return html`<ol aria-label=${t.probabilities}>
        ${classes.map(
          (name) =>
            html`<li>
              <span class="name">${this.store.nameOf(name)}</span>
              <span class="bar"><i></i></span>
              <b class="number">–</b><span class="mark">${t.intended}</span>
            </li>`,
        )}
      </ol>
      <div class="steps" role="group" aria-label=${t.steps}>
        ${steps.map((step, i) => html`<span>${i > 0 ? '→ ' : ''}${phrase(step)}<output>–</output></span>`)}
      </div>`;
  }
}
