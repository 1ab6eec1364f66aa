import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { struckAt } from '../../data/key-places.js';
import { labTexts } from '../../texts/lab.js';
import { KeysHere } from '../../ui/keys-here.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import type { ToolId } from './layout.js';
import { tools, toolView } from './tools.js';

/**
 * The tools that share one place, as tabs.
 * @fires tool-chosen - with the tool that a person opens
 * @fires arrange - where the panels are to be arranged
 */
@customElement('myo-lab-tools')
export class LabTools extends SpokenElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      section {
        display: contents;
      }
      .head {
        display: flex;
        align-items: end;
        flex: none;
        border-bottom: 1px solid var(--line);
      }
      [role='tablist'] {
        flex: 1;
        min-width: 0;
        display: flex;
        gap: 2px;
        overflow-x: auto;
        padding: 6px 8px 0;
      }
      [role='tab'] {
        border: 0;
        border-radius: 0;
        background: none;
        border-bottom: 3px solid transparent;
        padding-inline: 7px;
        white-space: nowrap;
        color: var(--ink-2);
      }
      [role='tab'][aria-selected='true'] {
        border-bottom-color: var(--accent);
        color: var(--accent);
        font-weight: 650;
      }
      .arrange {
        flex: none;
        margin: 4px;
        padding: 4px 8px;
      }
      .arrange svg {
        display: block;
        width: 1.125rem;
        height: 1.125rem;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.6;
      }
      @media (forced-colors: active) {
        [role='tab'] {
          border-bottom-color: Canvas;
        }
      }
      [role='tabpanel'] {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: var(--gap-3);
      }
      [role='tabpanel']:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];

  /** Tools that are tabs here. */
  @property({ attribute: false }) ids: readonly ToolId[] = [];
  /** The tool that is to be open; the first one where it is none of these. */
  @property() open: ToolId = 'decision';
  /** The tool that is shown: the open one, once it has come. */
  @state() private here: ToolId | undefined;

  constructor() {
    super();
    new KeysHere(this, 'tabs');
  }

  private get wanted(): ToolId | undefined {
    return this.ids.includes(this.open) ? this.open : this.ids[0];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') && !changed.has('ids')) return;
    const { wanted } = this;
    if (wanted === undefined || wanted === 'decision') this.here = wanted;
    else void tools[wanted].load().then(() => wanted === this.wanted && (this.here = wanted));
  }

  // Tabs that do not fit are scrolled to.
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('here') && this.here)
      this.renderRoot
        .querySelector(`#tab-${this.here}`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Back to the button that the panels are arranged by. */
  focusArrange(): void {
    const button = this.renderRoot.querySelector('.arrange');
    if (button instanceof HTMLElement) button.focus();
  }

  private choose(id: ToolId): void {
    this.dispatchEvent(new CustomEvent<ToolId>('tool-chosen', { detail: id }));
  }

  private onKey(event: KeyboardEvent): void {
    const found = struckAt('tabs', event);
    const { wanted, ids } = this;
    if (!found || !wanted) return;
    const next = ids[(ids.indexOf(wanted) + (found.nth === 0 ? -1 : 1) + ids.length) % ids.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.choose(next);
    const tab = this.renderRoot.querySelector(`#tab-${next}`);
    if (tab instanceof HTMLElement) tab.focus();
  }

  override render() {
    const t = labTexts();
    return html`<section aria-label=${t.tools}>
      <div class="head">
        <div role="tablist" aria-label=${t.tools} @keydown=${this.onKey}>
          ${this.ids.map(
            (id) =>
              html`<button
                role="tab"
                id="tab-${id}"
                aria-selected=${id === this.here}
                aria-controls="tool"
                tabindex=${id === this.wanted ? 0 : -1}
                @click=${() => this.choose(id)}
              >
                ${t[id]}
              </button>`,
          )}
        </div>
        <button
          class="arrange quiet"
          data-testid="arrange"
          title=${t.arrangeTitle}
          aria-label=${t.arrange}
          @click=${() => this.dispatchEvent(new Event('arrange'))}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M3 3h6v14H3ZM12 3h5v5h-5ZM12 11h5v6h-5Z" />
          </svg>
        </button>
      </div>
      <div role="tabpanel" id="tool" tabindex="0" aria-labelledby=${this.here ? `tab-${this.here}` : nothing}>
        ${this.here ? toolView(this.here) : nothing}
      </div>
    </section>`;
  }
}
