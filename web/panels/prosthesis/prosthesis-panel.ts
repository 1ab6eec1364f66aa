// Texts still stand here, in English only.
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../ui/panel.js';
import { controls } from '../../ui/styles.js';
import './now-strip.js';
import './prosthesis-view.js';
import { SpokenElement } from '../../ui/spoken-element.js';

/** Prosthesis with intent and decision above it. */
@customElement('myo-prosthesis')
export class ProsthesisPanel extends SpokenElement {
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
        gap: 4px;
      }
      myo-prosthesis-view {
        flex: 1;
        min-height: 260px;
      }
      i {
        display: inline-block;
        width: 18px;
        border-top: 2px dashed var(--warm);
        vertical-align: middle;
        margin-right: 5px;
      }
    `,
  ];

  override render() {
    return html`<myo-panel heading="Prosthesis">
      <span slot="tools" class="hint"><i></i>intended</span>
      <div class="column">
        <myo-now></myo-now>
        <myo-prosthesis-view joints></myo-prosthesis-view>
      </div>
    </myo-panel>`;
  }
}
