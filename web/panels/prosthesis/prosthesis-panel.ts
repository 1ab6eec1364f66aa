import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import '../../ui/panel.js';
import { controls } from '../../ui/styles.js';
import '../tones/tones-note.js';
import './now-strip.js';
import './prosthesis-view.js';
import './task-strip.js';
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
        min-height: 235px;
      }
    `,
  ];

  override render() {
    return html`<myo-panel heading=${prosthesisTexts().heading}>
      <div class="column">
        <myo-tones-note about="prosthesis"></myo-tones-note>
        <myo-now></myo-now>
        <myo-task></myo-task>
        <myo-prosthesis-view joints></myo-prosthesis-view>
      </div>
    </myo-panel>`;
  }
}
