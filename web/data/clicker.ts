/** What a key of a clicker asks of a demonstration. */
export type ClickerWish = 'forward' | 'back' | 'start' | 'end' | 'play';

const wishes: Readonly<Record<string, ClickerWish>> = {
  PageDown: 'forward',
  ArrowRight: 'forward',
  ArrowDown: 'forward',
  ' ': 'forward',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'start',
  End: 'end',
  p: 'play',
};

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
export function clickerWish(
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { typing, presses, moves }: KeyPlace,
): ClickerWish | undefined {
  if (ctrlKey || metaKey || altKey || typing || moves) return undefined;
  if (key === ' ' && presses) return undefined;
  return Object.hasOwn(wishes, key) ? wishes[key] : undefined;
}
