import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fieldsNow, loadFields } from '../../data/scenario-fields.js';
import type { Topic } from '../../data/store.js';
import '../../ui/panel.js';
import { dialsTexts } from '../../texts/dials.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './dial.js';
import './field-tree.js';

/** What most people turn first. */
const favourites = [
  'limb.fatThicknessMm',
  'electrodes.shiftAroundMm',
  'disturbances.noiseUv',
  'disturbances.mainsUv',
  'decoder.windowMs',
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
    const t = dialsTexts();
    const shown = Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => name !== 'version'));
    return html`<myo-panel heading=${t.dials}>
      <button slot="tools" title=${t.undoTitle} ?disabled=${!dials.canUndo} @click=${() => dials.undo()}>
        ${t.undo}
      </button>
      <button slot="tools" title=${t.redoTitle} ?disabled=${!dials.canRedo} @click=${() => dials.redo()}>
        ${t.redo}
      </button>
      <input
        type="search"
        placeholder=${t.findExample}
        aria-label=${t.find}
        .value=${this.filter}
        @input=${(e: Event) => e.target instanceof HTMLInputElement && (this.filter = e.target.value.trim())}
      />
      ${
        !fields || !this.store.scenario
          ? html`<p class="hint">${this.store.info && !this.store.scenario ? t.noDials : t.loading}</p>`
          : html`${
                this.filter
                  ? nothing
                  : html`<div class="favourites">
                      ${favourites.map((path) => html`<myo-dial path=${path}></myo-dial>`)}
                    </div>`
              } <myo-field-tree .fields=${shown} .filter=${this.filter}></myo-field-tree>`
      }
    </myo-panel>`;
  }
}
