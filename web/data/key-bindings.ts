import type { Vocabulary } from '../../src/ground/movement/vocabulary.js';

/** Key pairs, one column of the keyboard per degree of freedom: upper row positive, lower row negative. */
const columns = ['uj', 'ik', 'ol', 'yh', 'tg', 'rf'] as const;

/**
 * Keys for movements: movements of the same degree of freedom and grip share a column, the positive direction on
 * the upper row. Movements the vocabulary does not know, and rest, get none.
 */
export function keyBindings(movements: readonly string[], vocabulary: Vocabulary): Map<string, string> {
  const keys = new Map<string, string>();
  const columnOf = new Map<string, number>();
  for (const name of movements) {
    const movement = vocabulary.of(name);
    const action = movement?.actions[0];
    if (!movement || !action) continue;
    const pair = `${action.dof} ${movement.grip ?? ''}`;
    const column = columnOf.get(pair) ?? columnOf.size;
    columnOf.set(pair, column);
    const key = columns[column]?.[action.direction === 1 ? 0 : 1];
    if (key) keys.set(name, key);
  }
  return keys;
}

/** True where a letter typed belongs to the control rather than to the page. */
export function isTyping(target: EventTarget | undefined): boolean {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['range', 'checkbox', 'radio', 'button'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
