import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { labTexts } from '../../texts/lab.js';
import '../../ui/panel.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import { framedStyles } from './framed-styles.js';
import type { ToolId } from './layout.js';
import { tools, toolView } from './tools.js';

/** A tool that stands as a panel of its own. */
@customElement('myo-lab-tool')
export class LabTool extends SpokenElement {
  static override styles = [controls, framedStyles];

  @property() tool: ToolId = 'decision';
  @state() private here = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tool')) void tools[this.tool].load().then(() => (this.here = true));
  }

  override render() {
    return html`<myo-panel heading=${labTexts()[this.tool]}>
      ${this.here ? toolView(this.tool) : nothing}
    </myo-panel>`;
  }
}
