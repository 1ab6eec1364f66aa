import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../panels/decision/decision-panel.js';
import '../panels/dials/dials-panel.js';
import '../panels/intent/intent-panel.js';
import '../panels/limb/limb-panel.js';
import '../panels/prosthesis/prosthesis-panel.js';
import '../panels/signals/signals-panel.js';
import '../panels/tones/tones-note.js';
import '../ui/panel.js';
import type { Capability } from '../../src/protocol/capabilities.js';
import './journey-stepper.js';
import { struckAt } from '../data/key-places.js';
import type { Topic } from '../data/store.js';
import { labTexts } from '../texts/lab.js';
import { KeysHere } from '../ui/keys-here.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';

interface Tool {
  /** Also where its name stands in `labTexts`. */
  readonly id: Exclude<keyof ReturnType<typeof labTexts>, 'heading' | 'intent' | 'tools'>;
  /** What the server must be capable of; a tool it cannot serve is not shown. */
  readonly needs?: Capability;
  load(): Promise<unknown>;
  show(): TemplateResult;
}

/** Panels that share the place below the signals; each comes when it is first opened. */
const tools: readonly Tool[] = [
  {
    id: 'decision',
    load: () => Promise.resolve(),
    show: () => html`<myo-decision></myo-decision>`,
  },
  {
    id: 'calibration',
    needs: 'calibrate',
    load: () => import('../panels/calibration/calibration-panel.js'),
    show: () => html`<myo-calibration></myo-calibration>`,
  },
  {
    id: 'person',
    load: () => import('../panels/person/person-panel.js'),
    show: () => html`<myo-person></myo-person>`,
  },
  {
    id: 'spectrum',
    load: () => import('../panels/spectrum/spectrum-panel.js'),
    show: () => html`<myo-spectrum></myo-spectrum>`,
  },
  {
    id: 'features',
    load: () => import('../panels/features/features-panel.js'),
    show: () => html`<myo-features></myo-features>`,
  },
  {
    id: 'disturbances',
    load: () => import('../panels/disturbances/disturbances-panel.js'),
    show: () => html`<myo-disturbances></myo-disturbances>`,
  },
  {
    id: 'tests',
    needs: 'tests',
    load: () => import('../panels/tests/tests-panel.js'),
    show: () => html`<myo-tests></myo-tests>`,
  },
  {
    id: 'recorder',
    needs: 'recorder',
    load: () => import('../panels/recorder/recorder-panel.js'),
    show: () => html`<myo-recorder></myo-recorder>`,
  },
  {
    id: 'devices',
    needs: 'devices',
    load: () => import('../panels/devices/devices-panel.js'),
    show: () => html`<myo-devices></myo-devices>`,
  },
  {
    id: 'share',
    needs: 'devices',
    load: () => import('../panels/share/share-panel.js'),
    show: () => html`<myo-share></myo-share>`,
  },
];

/** Everything at once. */
@customElement('myo-lab')
export class LabView extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 10px;
        padding: 10px;
        grid-template-columns: minmax(0, 1fr);
        grid-auto-rows: max-content;
      }
      .column {
        display: contents;
      }
      myo-journey {
        grid-column: 1 / -1;
      }
      myo-limb {
        height: 480px;
      }
      myo-signals {
        height: 540px;
      }
      myo-prosthesis {
        height: 560px;
      }
      myo-dials {
        height: 560px;
      }
      [role='tablist'] {
        display: flex;
        gap: 2px;
        overflow-x: auto;
        padding: 6px 8px 0;
        border-bottom: 1px solid var(--line);
        flex: none;
      }
      [role='tab'] {
        border: 0;
        border-radius: 0;
        background: none;
        border-bottom: 3px solid transparent;
        padding-inline: 9px;
        white-space: nowrap;
        color: var(--ink-2);
      }
      [role='tab'][aria-selected='true'] {
        border-bottom-color: var(--accent);
        color: var(--accent);
        font-weight: 650;
      }
      @media (forced-colors: active) {
        [role='tab'] {
          border-bottom-color: Canvas;
        }
      }
      .tools {
        display: flex;
        flex-direction: column;
        min-height: 420px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      [role='tabpanel'] {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: var(--gap-3);
      }
      [role='tabpanel']:focus-visible {
        outline-offset: -3px;
      }
      @media (max-width: 759px) {
        myo-journey {
          order: -4;
        }
        myo-prosthesis {
          order: -3;
        }
        .intent {
          order: -2;
        }
        myo-signals {
          order: -1;
        }
      }
      @media (min-width: 760px) and (max-width: 1099px) {
        :host {
          grid-template-columns: 1fr 1fr;
        }
        myo-signals,
        .tools {
          grid-column: 1 / -1;
        }
        .intent {
          align-self: start;
        }
      }
      @media (min-width: 1100px) {
        myo-journey {
          margin-bottom: 10px;
        }
        :host {
          grid-template: auto minmax(0, 1fr) / minmax(280px, 21%) minmax(0, 1fr) minmax(290px, 22.5%);
          row-gap: 0;
          min-height: 620px;
          height: 100%;
        }
        .column {
          grid-row: 2;
          display: flex;
          flex-direction: column;
          gap: 10px;
          min-height: 0;
        }
        .column > * {
          height: auto;
          min-height: 0;
          flex: 1 1 0;
        }
        .column > .intent {
          flex: none;
        }
        .column > myo-signals {
          flex-grow: 1.1;
        }
        .column > myo-prosthesis {
          flex-grow: 1.45;
        }
      }
      @media (min-width: 1100px) and (max-height: 639px) {
        :host {
          min-height: 820px;
        }
      }
    `,
  ];

  @state() private chosen: Tool['id'] = 'decision';
  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  // Slow streams, a few kilobytes a second: panels that are opened later then know what came before.
  protected override readonly streams = ['features', 'decisions', 'truth'] as const;

  constructor() {
    super();
    new KeysHere(this, 'tabs');
  }

  protected override frame(): void {
    this.page.windows.collect();
  }

  private get tools(): readonly Tool[] {
    const able = this.store.info?.capabilities ?? [];
    return tools.filter((tool) => tool.needs === undefined || able.includes(tool.needs));
  }

  private choose(tool: Tool): void {
    void tool.load().then(() => (this.chosen = tool.id));
  }

  /** What test tones mean for a tool; nothing where muscles are heard, or for tools that only take the signal away. */
  private note(id: Tool['id']): TemplateResult | typeof nothing {
    if (id === 'recorder' || id === 'devices' || id === 'share') return nothing;
    return html`<myo-tones-note about=${id === 'spectrum' ? 'signal' : 'decode'}></myo-tones-note>`;
  }

  private onKey(event: KeyboardEvent): void {
    const found = struckAt('tabs', event);
    if (!found) return;
    const step = found.nth === 0 ? -1 : 1;
    const at = this.tools.findIndex((tool) => tool.id === this.chosen);
    const next = this.tools[(at + step + this.tools.length) % this.tools.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.choose(next);
    const tab = this.renderRoot.querySelector(`#tab-${next.id}`);
    if (tab instanceof HTMLElement) tab.focus();
  }

  override render() {
    const t = labTexts();
    return html`
      <h1 class="visually-hidden">${t.heading}</h1>
      <myo-journey></myo-journey>
      <div class="column">
        <myo-limb></myo-limb>
        <myo-panel class="intent" heading=${t.intent}><myo-intent></myo-intent></myo-panel>
      </div>
      <div class="column">
        <myo-signals></myo-signals>
        <section class="tools" aria-label=${t.tools}>
          <div role="tablist" aria-label=${t.tools} @keydown=${this.onKey}>
            ${this.tools.map(
              (tool) =>
                html`<button
                  role="tab"
                  id="tab-${tool.id}"
                  aria-selected=${tool.id === this.chosen}
                  aria-controls="tool"
                  tabindex=${tool.id === this.chosen ? 0 : -1}
                  @click=${() => this.choose(tool)}
                >
                  ${t[tool.id]}
                </button>`,
            )}
          </div>
          <div role="tabpanel" id="tool" tabindex="0" aria-labelledby="tab-${this.chosen}">
            ${this.note(this.chosen)}${this.tools.find((tool) => tool.id === this.chosen)?.show()}
          </div>
        </section>
      </div>
      <div class="column">
        <myo-prosthesis></myo-prosthesis>
        <myo-dials></myo-dials>
      </div>
    `;
  }
}
