import { html, nothing, type TemplateResult } from 'lit';
import { struckAt } from '../../data/key-places.js';
import { labTexts } from '../../texts/lab.js';
import {
  basePanels,
  isShown,
  isTool,
  type Direction,
  type Layout,
  type PanelId,
  type ToolId,
} from './layout.js';

export interface ArrangeActions {
  move(id: PanelId, direction: Direction): void;
  hide(id: PanelId): void;
  show(id: PanelId): void;
  reset(): void;
  done(): void;
  /** The bar of a panel was taken. */
  grab(id: PanelId, event: PointerEvent): void;
}

const arrows = { left: '←', right: '→', up: '↑', down: '↓' } as const;

/** What stands above the panels while they are arranged: what can be shown besides, and the ways out. */
export function arrangeBar(
  layout: Layout,
  able: readonly ToolId[],
  wide: boolean,
  act: ArrangeActions,
): TemplateResult {
  const t = labTexts();
  const add = (id: PanelId): TemplateResult =>
    html`<button data-add=${id} aria-label=${t.addPanel(t[id])} @click=${() => act.show(id)}>
      + ${t[id]}
    </button>`;
  const hidden = basePanels.filter((id) => !isShown(layout, id));
  const tabs = able.filter((id) => !isShown(layout, id));
  return html`<section class="arrange-bar" tabindex="-1" aria-label=${t.arrange}>
    <p>${wide ? t.arrangeHint : t.arrangeList}</p>
    ${hidden.length > 0 ? html`<div role="group" aria-label=${t.hidden}><b>${t.hidden}</b> ${hidden.map(add)}</div>` : nothing}
    <div role="group" aria-label=${t.onItsOwn}><b>${t.onItsOwn}</b> ${tabs.map(add)}</div>
    <span class="ways">
      <button @click=${() => act.reset()}>${t.reset}</button>
      <button class="primary" data-testid="arrange-done" @click=${() => act.done()}>${t.done}</button>
    </span>
  </section>`;
}

const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];

function onKey(id: PanelId, event: KeyboardEvent, act: ArrangeActions): void {
  const found = struckAt('arranging', event);
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  const direction = directions[found.nth];
  if (found.action === 'done') act.done();
  else if (found.action === 'hide') act.hide(id);
  else if (direction) act.move(id, direction);
}

/** The bar of a panel that is arranged. */
export function arrangeStrip(id: PanelId, wide: boolean, act: ArrangeActions): TemplateResult {
  const t = labTexts();
  const name = t[id];
  const ways: readonly Direction[] = wide ? ['left', 'right', 'up', 'down'] : ['up', 'down'];
  return html`<div class="strip">
    <button
      class="grip"
      data-grip=${id}
      aria-label=${t.movePanel(name)}
      @keydown=${(e: KeyboardEvent) => onKey(id, e, act)}
      @pointerdown=${(e: PointerEvent) => act.grab(id, e)}
    >
      <span aria-hidden="true">⠿</span> ${name}
    </button>
    ${ways.map(
      (way) =>
        html`<button aria-label=${t[way](name)} title=${t[way](name)} @click=${() => act.move(id, way)}>
          ${arrows[way]}
        </button>`,
    )}
    <button
      aria-label=${isTool(id) ? t.back(name) : t.hide(name)}
      title=${isTool(id) ? t.back(name) : t.hide(name)}
      @click=${() => act.hide(id)}
    >
      ×
    </button>
  </div>`;
}
