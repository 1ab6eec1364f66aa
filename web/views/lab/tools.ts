import { html, nothing, type TemplateResult } from 'lit';
import type { Capability } from '../../../src/protocol/capabilities.js';
import '../../panels/decision/decision-panel.js';
import '../../panels/tones/tones-note.js';
import { toolIds, type ToolId } from './layout.js';

interface Tool {
  /** What the patient must be capable of; a tool that it cannot serve is not shown. */
  readonly needs?: Capability;
  /** Each comes when it is first opened. */
  load(): Promise<unknown>;
  show(): TemplateResult;
}

/** The tools of the Lab: they share the place below the signals, or stand on their own. */
export const tools: Readonly<Record<ToolId, Tool>> = {
  decision: {
    load: () => Promise.resolve(),
    show: () => html`<myo-decision></myo-decision>`,
  },
  calibration: {
    needs: 'calibrate',
    load: () => import('../../panels/calibration/calibration-panel.js'),
    show: () => html`<myo-calibration></myo-calibration>`,
  },
  person: {
    load: () => import('../../panels/person/person-panel.js'),
    show: () => html`<myo-person></myo-person>`,
  },
  spectrum: {
    load: () => import('../../panels/spectrum/spectrum-panel.js'),
    show: () => html`<myo-spectrum></myo-spectrum>`,
  },
  features: {
    load: () => import('../../panels/features/features-panel.js'),
    show: () => html`<myo-features></myo-features>`,
  },
  disturbances: {
    load: () => import('../../panels/disturbances/disturbances-panel.js'),
    show: () => html`<myo-disturbances></myo-disturbances>`,
  },
  compare: {
    load: () => import('../../panels/compare/compare-panel.js'),
    show: () => html`<myo-compare></myo-compare>`,
  },
  guide: {
    load: () => import('../../panels/guide/guide-panel.js'),
    show: () => html`<myo-guide></myo-guide>`,
  },
  tests: {
    needs: 'tests',
    load: () => import('../../panels/tests/tests-panel.js'),
    show: () => html`<myo-tests></myo-tests>`,
  },
  recorder: {
    needs: 'recorder',
    load: () => import('../../panels/recorder/recorder-panel.js'),
    show: () => html`<myo-recorder></myo-recorder>`,
  },
  devices: {
    needs: 'devices',
    load: () => import('../../panels/devices/devices-panel.js'),
    show: () => html`<myo-devices></myo-devices>`,
  },
  share: {
    needs: 'devices',
    load: () => import('../../panels/share/share-panel.js'),
    show: () => html`<myo-share></myo-share>`,
  },
};

/** A tool that has come. */
export function toolView(id: ToolId): TemplateResult {
  return html`${tonesNote(id)}${tools[id].show()}`;
}

/** What test tones mean for a tool; nothing where muscles are heard, or for tools that only take the signal away. */
function tonesNote(id: ToolId): TemplateResult | typeof nothing {
  if (id === 'recorder' || id === 'devices' || id === 'share') return nothing;
  return html`<myo-tones-note about=${id === 'spectrum' ? 'signal' : 'decode'}></myo-tones-note>`;
}

/** Tools that a patient of these capabilities can serve. */
export function ableTools(capabilities: readonly string[]): readonly ToolId[] {
  return toolIds.filter((id) => {
    const { needs } = tools[id];
    return needs === undefined || capabilities.includes(needs);
  });
}
