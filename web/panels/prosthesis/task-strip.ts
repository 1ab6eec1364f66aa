import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { tasksOf, type WorldTask } from '../../../src/decoder/prosthesis/world-tasks.js';
import { valueAt } from '../../data/scenario-path.js';
import type { Topic } from '../../data/store.js';
import { phrase } from '../../texts/phrase.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import type { World } from './figure-scene.js';
import { scoreItems } from './score-items.js';
import { worldOf } from './scene-input.js';
import { taskAssumptions } from './task-assumptions.js';

/** Chooser of what the prosthesis is to do, with what to do now and how it went so far. */
@customElement('myo-task')
export class TaskStrip extends StoreElement {
  static override styles = [
    controls,
    css`
      .choose {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        font-size: var(--size-s);
      }
      .choose > span {
        color: var(--ink-2);
        margin-right: 4px;
      }
      button {
        padding: 2px 9px;
      }
      .prompt {
        margin-top: 6px;
        font-size: var(--size-m);
        font-weight: 600;
        min-height: 1.35em;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        margin: 2px 0 0;
        font-size: var(--size-s);
      }
      dl div {
        display: flex;
        gap: 4px;
      }
      dt {
        color: var(--ink-2);
        order: 1;
      }
      dd {
        margin: 0;
        font-weight: 650;
      }
      details {
        margin-top: 4px;
      }
      summary {
        width: fit-content;
        padding: 4px 0;
        min-height: 24px;
        cursor: pointer;
      }
      details ul {
        margin: 2px 0;
        padding-left: 18px;
      }
      /* In a narrow panel only what did happen is told. */
      :host {
        container-type: inline-size;
      }
      @container (width < 360px) {
        .never {
          display: none;
        }
      }
    `,
  ];

  protected override readonly topics: readonly Topic[] = [
    'serverInfo',
    'scenario',
    'status',
    'connection',
    'world',
  ];

  override render() {
    const t = prosthesisTexts();
    const limb = this.store.info?.limb;
    const chosen = valueAt(this.store.scenario, ['prosthesis', 'task']);
    if (limb === undefined || chosen === undefined) return html``;
    const world = worldOf(this.store);
    return html`<div class="choose" role="group" aria-label=${t.task}>
        <span aria-hidden="true">${t.task}</span>
        ${tasksOf(limb).map(
          (task: WorldTask) =>
            html`<button
              data-testid="task-${task}"
              aria-pressed=${chosen === task}
              ?disabled=${this.store.connection !== 'open' || this.store.status?.phase !== 'running'}
              @click=${() => this.page.dials.set('prosthesis.task', task)}
            >
              ${t.tasks[task]}
            </button>`,
        )}
      </div>
      ${world ? this.progress(world) : ''}`;
  }

  private progress(world: World) {
    const t = prosthesisTexts();
    return html`<p class="prompt" aria-live="polite" data-testid="task-prompt">${phrase(world.prompt)}</p>
      <dl data-testid="task-score">
        ${scoreItems(world).map(
          ({ name, value, text }) =>
            html`<div class=${name !== 'done' && value === '0' ? 'never' : ''}>
              <dt>${text}</dt>
              <dd class="number" data-testid="score-${name}">${value}</dd>
            </div>`,
        )}
        ${
          world.wrist
            ? html`<div>
                <dt>${t.grip}</dt>
                <dd class="number">${world.gripN.toFixed(0)}</dd>
              </div>`
            : ''
        }
      </dl>
      ${taskAssumptions(world.task)}`;
  }
}
