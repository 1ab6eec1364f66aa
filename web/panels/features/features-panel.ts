import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import './class-radar.js';
import './feature-cloud.js';

/** Windows as points by their features, beside the pattern of each movement over the electrodes. */
@customElement('myo-features')
export class FeaturesPanel extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: 100%;
      min-height: 300px;
    }
  `;

  override render() {
    return html`<myo-feature-cloud><myo-class-radar></myo-class-radar></myo-feature-cloud>`;
  }
}
