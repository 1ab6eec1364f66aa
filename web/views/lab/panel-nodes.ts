import '../../panels/dials/dials-panel.js';
import '../../panels/limb/limb-panel.js';
import '../../panels/prosthesis/prosthesis-panel.js';
import '../../panels/signals/signals-panel.js';
import './lab-intent.js';
import { LabTool } from './lab-tool.js';
import { LabTools } from './lab-tools.js';
import { isTool, type PanelId } from './layout.js';

const names = {
  limb: 'myo-limb',
  intent: 'myo-lab-intent',
  signals: 'myo-signals',
  prosthesis: 'myo-prosthesis',
  dials: 'myo-dials',
} as const;

/** One element for each panel, made when it is first shown: wherever it is moved to, it stays as it was left. */
export class PanelNodes {
  readonly tools = new LabTools();
  private readonly made = new Map<PanelId, HTMLElement>();

  of(id: PanelId): HTMLElement {
    let node = this.made.get(id);
    if (!node) this.made.set(id, (node = this.make(id)));
    return node;
  }

  private make(id: PanelId): HTMLElement {
    if (id === 'tools') return this.tools;
    if (!isTool(id)) return document.createElement(names[id]);
    const own = new LabTool();
    own.tool = id;
    return own;
  }
}
