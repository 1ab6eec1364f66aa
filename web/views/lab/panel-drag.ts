import type { ReactiveControllerHost } from 'lit';
import { dropPlace } from './drop-place.js';
import type { PanelId } from './layout.js';

/** Where a panel would come to stand. */
export interface Place {
  readonly column: number;
  readonly at: number;
}

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** A panel that is dragged by its bar: tells where it would stand, and drops it there. */
export class PanelDrag {
  /** The panel that is held. */
  taken: PanelId | undefined;
  target: Place | undefined;

  constructor(
    private readonly host: Host,
    private readonly drop: (id: PanelId, place: Place) => void,
  ) {}

  begin(id: PanelId, event: PointerEvent): void {
    const grip = event.currentTarget;
    if (event.button !== 0 || !(grip instanceof HTMLElement)) return;
    grip.setPointerCapture(event.pointerId);
    const from = { x: event.clientX, y: event.clientY };
    const move = (moved: PointerEvent): void => {
      // A click is no drag.
      if (!this.taken && Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < 6) return;
      this.taken = id;
      this.aim(this.placeAt(moved.clientX, moved.clientY));
    };
    const end = (ended: PointerEvent): void => {
      grip.removeEventListener('pointermove', move);
      grip.removeEventListener('pointerup', end);
      grip.removeEventListener('pointercancel', end);
      const { target } = this;
      this.taken = undefined;
      this.aim(undefined);
      if (target && ended.type === 'pointerup') this.drop(id, target);
    };
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', end);
    grip.addEventListener('pointercancel', end);
  }

  private aim(target: Place | undefined): void {
    const { target: before } = this;
    this.target = target;
    if (before?.column !== target?.column || before?.at !== target?.at) this.host.requestUpdate();
  }

  private placeAt(x: number, y: number): Place | undefined {
    const columns = [...this.host.renderRoot.querySelectorAll<HTMLElement>('.column')];
    const found = dropPlace(
      columns.map((column) => ({
        box: column.getBoundingClientRect(),
        panels: [...column.querySelectorAll('.place')].map((place) => place.getBoundingClientRect()),
      })),
      x,
      y,
    );
    return found && { column: Number(columns[found.column]?.dataset.column), at: found.at };
  }
}
