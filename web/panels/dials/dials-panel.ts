// Texts still stand here, in English only.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fieldsNow, loadFields } from '../../data/scenario-fields.js';
import type { Topic } from '../../data/store.js';
import '../../ui/panel.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './dial.js';
import './field-tree.js';

/** What most people turn first. */
const favourites = [
  ['limb.fatThicknessMm', 'Fat thickness'],
  ['electrodes.shiftAroundMm', 'Electrode shift around'],
  ['disturbances.noiseUv', 'Contact noise'],
  ['disturbances.mainsUv', 'Mains hum'],
  ['decoder.windowMs', 'Decoder window'],
] as const;

/** Every dial of the scenario, found by group or by word, with undo and redo. */
@customElement('myo-dials')
export class DialsPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host,
      myo-panel {
        height: 100%;
        min-height: 0;
      }
      input[type='search'] {
        width: 100%;
        min-height: 32px;
        padding: 3px 9px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        background: var(--well);
        font-size: var(--size-s);
      }
      .favourites {
        padding: 6px 0 10px;
      }
    `,
  ];

  @state() private filter = '';
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'history'];

  override connectedCallback(): void {
    super.connectedCallback();
    void loadFields().then(() => this.requestUpdate());
  }

  override render() {
    const { dials } = this.page;
    const fields = fieldsNow();
    const shown = Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => name !== 'version'));
    return html`<myo-panel heading="Dials">
      <button slot="tools" title="Undo (Ctrl Z)" ?disabled=${!dials.canUndo} @click=${() => dials.undo()}>
        Undo
      </button>
      <button
        slot="tools"
        title="Redo (Ctrl Shift Z)"
        ?disabled=${!dials.canRedo}
        @click=${() => dials.redo()}
      >
        Redo
      </button>
      <input
        type="search"
        placeholder="Find a dial, such as fat or window"
        aria-label="Find a dial"
        .value=${this.filter}
        @input=${(e: Event) => e.target instanceof HTMLInputElement && (this.filter = e.target.value.trim())}
      />
      ${
        !fields || !this.store.scenario
          ? html`<p class="hint">
              ${this.store.info && !this.store.scenario ? 'A recording has no dials.' : 'Loading …'}
            </p>`
          : html`${
                this.filter
                  ? nothing
                  : html`<div class="favourites">
                      ${favourites.map(([path, label]) => html`<myo-dial path=${path} label=${label}></myo-dial>`)}
                    </div>`
              } <myo-field-tree .fields=${shown} .filter=${this.filter}></myo-field-tree>`
      }
    </myo-panel>`;
  }
}
