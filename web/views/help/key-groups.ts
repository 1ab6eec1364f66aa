import { keyPlaces, type KeyPlaceName, type KeyReach } from '../../data/key-places.js';
import type { KeyMap } from '../../data/keys.js';
import { keyTexts } from '../../texts/keys.js';

/** What one or several keys do. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly does: string;
  /** Many keys in a row, of which the first and the last tell enough. */
  readonly span: boolean;
}

/** Keys of one place, as the help shows them. */
export interface KeyGroup {
  readonly place: KeyPlaceName;
  readonly title: string;
  readonly more: string;
  readonly reach: KeyReach;
  readonly rows: readonly KeyRow[];
}

/** A place that is on the page, with the keys that it has of its patient. */
export interface PlaceHere {
  readonly place: KeyPlaceName;
  readonly own?: KeyMap | undefined;
  readonly sayOwn?: ((action: string) => string) | undefined;
}

const SPAN = 5;

/** The groups of the help: that of `here` first, then the rest in their order, without those that have no keys. */
export function keyGroups(places: readonly PlaceHere[], here: KeyPlaceName | undefined): KeyGroup[] {
  const groups = places.map(({ place, own = {}, sayOwn }): KeyGroup => {
    const words = keyTexts()[place];
    const does: Readonly<Record<string, string>> = words.does;
    const row =
      (say: (action: string) => string) =>
      ([action, keys]: [string, readonly string[]]) => ({
        keys,
        does: say(action),
        span: keys.length > SPAN && keys.every((key) => /^\d$/u.test(key)),
      });
    const rows = [
      ...Object.entries<readonly string[]>(keyPlaces[place].keys).map(
        row((action) => does[action] ?? action),
      ),
      ...Object.entries(own).map(row((action) => sayOwn?.(action) ?? action)),
    ];
    return { place, title: words.title, more: words.more ?? '', reach: keyPlaces[place].reach, rows };
  });
  const first = (group: KeyGroup): number => (group.place === here ? 0 : 1);
  return groups.filter(({ rows }) => rows.length > 0).sort((a, b) => first(a) - first(b));
}
