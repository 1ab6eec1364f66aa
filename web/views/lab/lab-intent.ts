import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../panels/intent/intent-panel.js';
import { labTexts } from '../../texts/lab.js';
import '../../ui/panel.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import { framedStyles } from './framed-styles.js';

/** The intent in the frame of a panel. */
@customElement('myo-lab-intent')
export class LabIntent extends SpokenElement {
  static override styles = [controls, framedStyles];

  override render() {
    return html`<myo-panel heading=${labTexts().intent}><myo-intent></myo-intent></myo-panel>`;
  }
}
