import type { KeyStroke } from './keys.js';
import { struckAt, type ActionAt } from './key-places.js';

/** What a key of a clicker asks of a demonstration. */
export type ClickerWish = ActionAt<'story'>;

/** Where a key was struck, as far as it matters. */
export interface KeyPlace {
  /** A text or number is typed there, or a list is open. */
  readonly typing: boolean;
  /** A button, a link or the like: Space is theirs. */
  readonly presses: boolean;
  /** Something that is moved by keys, such as a slider: arrows, Home and End are theirs. */
  readonly moves: boolean;
}

/** What a key asks for; undefined where it asks nothing, or belongs to whatever has the focus. */
export function clickerWish(event: KeyStroke, { typing, presses, moves }: KeyPlace): ClickerWish | undefined {
  if (typing || moves || (event.key === ' ' && presses)) return undefined;
  return struckAt('story', event)?.action;
}
