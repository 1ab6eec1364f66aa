import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Topic } from '../data/store.js';
import { labTexts } from '../texts/lab.js';
import { stepTo } from '../ui/go-to.js';
import { KeysHere } from '../ui/keys-here.js';
import { storage } from '../ui/storage.js';
import { StoreElement } from '../ui/store-element.js';
import { controls } from '../ui/styles.js';
import './journey-stepper.js';
import { arrangeStyles } from './lab/arrange-styles.js';
import { arrangeBar, arrangeStrip, type ArrangeActions } from './lab/arranging.js';
import { labStyles } from './lab/lab-styles.js';
import {
  defaultLayout,
  isShown,
  isTool,
  keptOf,
  moved,
  placed,
  shown,
  textOf,
  without,
  type Layout,
  type PanelId,
  type ToolId,
} from './lab/layout.js';
import { PanelDrag, type Place } from './lab/panel-drag.js';
import { PanelNodes } from './lab/panel-nodes.js';
import { columnTracks, gridTracks, isBroad, leastHeight, sizeOf } from './lab/panel-sizes.js';
import { ableTools } from './lab/tools.js';

const KEY = 'myodesis.lab';

/** Everything at once. Panels can be arranged; where they stand is kept in the browser. */
@customElement('myo-lab')
export class LabView extends StoreElement {
  static override styles = [controls, labStyles, arrangeStyles];

  /** A tool that the address names: it is open, whatever was open before. */
  @property() tool = '';
  @state() private layout: Layout = defaultLayout;
  @state() private open: ToolId = 'decision';
  @state() private arranging = false;
  @state() private wide = false;
  /** What was done to a panel last, for those who do not see it. */
  @state() private said = '';
  protected override readonly topics: readonly Topic[] = ['serverInfo'];
  // Slow streams, a few kilobytes a second: panels that are opened later then know what came before.
  protected override readonly streams = ['features', 'decisions', 'truth'] as const;
  private readonly nodes = new PanelNodes();
  private readonly width = matchMedia('(min-width: 1100px)');
  private readonly drag = new PanelDrag(this, (id, { column, at }) =>
    this.arrange(placed(this.layout, id, column, at), id),
  );

  constructor() {
    super();
    new KeysHere(this, 'arranging', { able: () => this.arranging });
    const { tools } = this.nodes;
    tools.addEventListener('arrange', () => this.begin());
    tools.addEventListener('tool-chosen', (event) => {
      if (event instanceof CustomEvent && isTool(event.detail)) this.choose(event.detail);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ({ layout: this.layout, open: this.open } = keptOf(storage()?.getItem(KEY)));
    this.width.addEventListener('change', this.fit);
    this.fit();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.width.removeEventListener('change', this.fit);
  }

  private readonly fit = (): void => {
    this.wide = this.width.matches;
    this.toggleAttribute('wide', this.wide);
  };

  protected override frame(): void {
    this.page.windows.collect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('tool') && isTool(this.tool)) this.open = this.tool;
    const able = ableTools(this.store.info?.capabilities ?? []);
    this.nodes.tools.ids = able.filter((id) => !isShown(this.layout, id));
    this.nodes.tools.open = this.open;
    this.style.setProperty('--least', `${leastHeight(this.layout, this.arranging)}px`);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tool') && isTool(this.tool) && isShown(this.layout, this.tool))
      this.nodes.of(this.tool).scrollIntoView({ block: 'nearest' });
  }

  private choose(tool: ToolId): void {
    this.open = tool;
    this.keep();
    stepTo(`lab/${tool}`);
  }

  private keep(): void {
    try {
      storage()?.setItem(KEY, textOf({ layout: this.layout, open: this.open }));
    } catch {
      // A full or forbidden memory: it is as chosen until the page goes.
    }
  }

  /** Another layout, told of the panel that it was changed for; the focus stays with that one. */
  private arrange(layout: Layout, id: PanelId): void {
    if (layout === this.layout) return;
    this.layout = layout;
    this.keep();
    const t = labTexts();
    const column = layout.columns.findIndex((ids) => ids.includes(id));
    const place = (this.wide ? (layout.columns[column] ?? []) : layout.list).indexOf(id) + 1;
    if (place === 0) this.said = isTool(id) ? t.back(t[id]) : t.hide(t[id]);
    else this.said = this.wide ? t.wentTo(t[id], column + 1, place) : t.wentIn(t[id], place);
    const { activeElement } = this.shadowRoot ?? {};
    const label = activeElement?.getAttribute('aria-label');
    void this.updateComplete.then(() => this.focusAgain(id, label ?? ''));
  }

  private focusAgain(id: PanelId, label: string): void {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.strip button, .arrange-bar button')];
    const next =
      all.find((button) => button.getAttribute('aria-label') === label) ??
      all.find((button) => button.dataset.grip === id || button.dataset.add === id) ??
      all.at(-1);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }

  private readonly act: ArrangeActions = {
    move: (id, direction) => this.arrange(moved(this.layout, id, direction, this.wide), id),
    hide: (id) => this.arrange(without(this.layout, id), id),
    show: (id) => this.arrange(shown(this.layout, id), id),
    reset: () => {
      this.layout = defaultLayout;
      this.keep();
      this.said = labTexts().reset;
    },
    done: () => this.done(),
    grab: (id, event) => {
      if (this.wide) this.drag.begin(id, event);
    },
  };

  private begin(): void {
    if (this.arranging) return this.done();
    this.arranging = true;
    void this.updateComplete.then(() => {
      const bar = this.renderRoot.querySelector<HTMLElement>('.arrange-bar');
      bar?.focus({ preventScroll: true });
      bar?.scrollIntoView({ block: 'center' });
    });
  }

  private done(): void {
    this.arranging = false;
    this.said = '';
    void this.nodes.tools.updateComplete.then(() => this.nodes.tools.focusArrange());
  }

  private panel(id: PanelId, target: boolean): TemplateResult {
    const look = [
      isTool(id) && 'tool',
      isBroad(id) && 'broad',
      target && 'target',
      this.drag.taken === id && 'taken',
    ];
    return html`<div
      class="place ${look.filter(Boolean).join(' ')}"
      data-panel=${id}
      .style="--share: ${sizeOf(id).share}"
    >
      ${this.arranging ? arrangeStrip(id, this.wide, this.act) : nothing}${this.nodes.of(id)}
    </div>`;
  }

  private column(column: number, target: Place | undefined): TemplateResult {
    const ids = this.layout.columns[column] ?? [];
    const here = target?.column === column ? target.at : -1;
    return html`<div class="column ${here === ids.length && here > 0 ? 'target' : ''}" data-column=${column}>
      ${repeat(
        ids,
        (id) => id,
        (id) => this.panel(id, ids.indexOf(id) === here),
      )}
      ${ids.length === 0 ? html`<p class="nothing">${labTexts().empty}</p>` : nothing}
    </div>`;
  }

  private panels(able: readonly PanelId[]): TemplateResult {
    if (!this.wide)
      return html`<div class="panels list">
        ${repeat(
          this.layout.list.filter((id) => able.includes(id)),
          (id) => id,
          (id) => this.panel(id, false),
        )}
      </div>`;
    const there = columnTracks(this.layout, this.arranging);
    return html`<div class="panels wide" .style="--tracks: ${gridTracks(there)}">
      ${repeat(
        there,
        (column) => column,
        (column) => this.column(column, this.drag.target),
      )}
    </div>`;
  }

  override render() {
    const t = labTexts();
    const tools = ableTools(this.store.info?.capabilities ?? []);
    const { list } = this.layout;
    const able = list.filter((id) => !isTool(id) || tools.includes(id));
    // Whoever hid the button to arrange by has the bar.
    const barred = this.arranging || !list.includes('tools');
    return html`
      <h1 class="visually-hidden">${t.heading}</h1>
      <myo-journey></myo-journey>
      ${barred ? arrangeBar(this.layout, tools, this.wide, this.act) : nothing}
      ${list.length === 0 && !this.arranging ? html`<p class="nothing">${t.allHidden}</p>` : this.panels(able)}
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }
}
