// Texts still stand here, in English only.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import '../../ui/panel.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import './limb-view.js';
import './muap-view.js';

/** Cross-section, and the motor unit picked from it. */
@customElement('myo-limb')
export class LimbPanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host,
      myo-panel {
        height: 100%;
        min-height: 0;
      }
      .column {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        gap: var(--gap-2);
      }
      myo-limb-view {
        flex: 1 1 200px;
        min-height: 200px;
      }
      .picker {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
        align-items: center;
        gap: 2px 12px;
        font-size: var(--size-s);
      }
      .picker select {
        width: 100%;
      }
      .picker label {
        display: block;
      }
    `,
  ];

  @state() private muscle = 0;
  @state() private unit = 0;
  @state() private open = false;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario', 'muap'];
  private asked = 0;

  private pick(muscle: number, unit: number): void {
    this.muscle = muscle;
    this.unit = unit;
    this.open = true;
    // A dragged slider asks at most eight times a second; the last position is always asked.
    clearTimeout(this.asked);
    this.asked = window.setTimeout(
      () => void this.page.connection.send({ op: 'getMuap', muscle: this.muscle, unit: this.unit }),
      125,
    );
  }

  override render() {
    const muscles = this.store.geometry?.muscles ?? [];
    const units = muscles[this.muscle]?.units ?? 1;
    const muap = this.store.muap;
    const right = this.open && muap?.muscle === this.muscle;
    return html`<myo-panel heading="Limb">
      <div class="column">
        <myo-limb-view
          movable
          .chosen=${this.open ? this.muscle : -1}
          @muscle-chosen=${(e: CustomEvent<number>) => this.pick(e.detail, 0)}
        ></myo-limb-view>
        ${
          muscles.length === 0
            ? nothing
            : html`<div class="picker">
                <label>
                  <span class="visually-hidden">Muscle</span>
                  <select @change=${(e: Event) => this.pick(Number(target(e)), 0)}>
                    ${muscles.map(
                      (m, i) => html`<option value=${i} ?selected=${i === this.muscle}>${m.name}</option>`,
                    )}
                  </select>
                </label>
                <label>
                  <span>Motor unit ${this.unit + 1} of ${units}</span>
                  <input
                    type="range"
                    min="0"
                    max=${units - 1}
                    .value=${String(this.unit)}
                    aria-label="Motor unit, in order of recruitment"
                    @input=${(e: Event) => this.pick(this.muscle, Number(target(e)))}
                  />
                </label>
              </div>`
        }
        ${
          right
            ? html`<myo-muap-view></myo-muap-view>
                <p class="hint number">
                  Recruited at ${short(muap.recruitmentPercent)} % of maximal excitation. Twitch force
                  ${short(muap.twitchForce)} (smallest unit = 1).
                </p>`
            : muscles.length === 0
              ? nothing
              : html`<p class="hint">
                  Drag an electrode, or move it with the arrow keys. Click a muscle for its motor units.
                </p>`
        }
      </div>
    </myo-panel>`;
  }
}

function target(event: Event): string {
  const from = event.target;
  return from instanceof HTMLSelectElement || from instanceof HTMLInputElement ? from.value : '0';
}
