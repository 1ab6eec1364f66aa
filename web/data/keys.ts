/** Keys of one place of the page: for each thing that can be done there, the keys that do it. */
export type KeyMap<Action extends string = string> = Readonly<Record<Action, readonly string[]>>;

/** What a key that was struck does, and which of its keys it was: 0 for ←, 1 for → where both are declared. */
export interface Struck<Action extends string = string> {
  readonly action: Action;
  readonly nth: number;
}

/** A key that was struck, with what was held beside it. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * A key as it is declared: its name as the browser gives it, letters small; before it `Mod+` where Ctrl (or ⌘) is held, and
 * `Shift+` where that is held and does not make another sign of it, as it does of `+` and `?`. Undefined with Alt, which
 * belongs to the browser.
 */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyStroke): string | undefined {
  const mod = ctrlKey || metaKey;
  if (altKey) return undefined;
  const shift = shiftKey && (mod || key.length > 1);
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${key.length === 1 ? key.toLowerCase() : key}`;
}

/** What a key does at a place; undefined where it does nothing there. */
export function struck<Action extends string>(
  keys: KeyMap<Action>,
  event: KeyStroke,
): Struck<Action> | undefined {
  const key = keyOf(event);
  if (key === undefined) return undefined;
  for (const action in keys) {
    const nth = keys[action].indexOf(key);
    if (nth >= 0) return { action, nth };
  }
  return undefined;
}
