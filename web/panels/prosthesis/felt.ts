import type { ContactKind } from '../../../src/world/world-view.js';
import type { World } from './figure-scene.js';

/** How long a touch, and its word, are shown, ms. */
const WORD_MS = 1900;

/** A contact that is shown as felt. */
export interface Felt {
  readonly kind: ContactKind;
  /** Sample of the contact: tells it from the next one of its kind. */
  readonly index: number;
  readonly until: number;
}

/** Tells which contact is to be shown as felt: each once, when it happens, for a moment. */
export class FeltContacts {
  private last: number | undefined;
  private shown: Felt | undefined;

  /** @param now milliseconds of the page's clock */
  at(world: World | undefined, sampleRateHz: number, now: number): Felt | undefined {
    const contact = world?.contact;
    if (world && contact && contact.index !== this.last) {
      // One that is long past when this page begins to look was not felt here.
      if (world.index - contact.index < sampleRateHz)
        this.shown = { kind: contact.kind, index: contact.index, until: now + WORD_MS };
      this.last = contact.index;
    }
    if (this.shown && now > this.shown.until) this.shown = undefined;
    return this.shown;
  }
}
