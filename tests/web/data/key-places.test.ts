import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { movements } from '../../../src/ground/movement/movement.js';
import { Vocabulary } from '../../../src/ground/movement/vocabulary.js';
import { keyBindings } from '../../../web/data/key-bindings.js';
import { keyPlaces, type KeyReach } from '../../../web/data/key-places.js';
import { filesOf } from '../../support/source-tree.js';

const places = Object.entries<{
  readonly reach: KeyReach;
  readonly keys: Readonly<Record<string, readonly string[]>>;
}>(keyPlaces);
const keysOf = (keys: Readonly<Record<string, readonly string[]>>): string[] => Object.values(keys).flat();
const twice = (keys: readonly string[]): string[] => keys.filter((key, i) => keys.indexOf(key) !== i);

describe('places that have keys', () => {
  it.each(places)('have none twice: %s', (_, { keys }) => {
    expect(twice(keysOf(keys))).toEqual([]);
  });

  it('do not clash where keys reach several from everywhere', () => {
    const vocabulary = new Vocabulary();
    const moving = [
      ...keyBindings(
        movements.map(({ id }) => id),
        vocabulary,
      ).values(),
    ];
    const classes = Array.from({ length: 9 }, (_, i) => String(i + 1));
    const everywhere = places
      .filter(([, { reach }]) => reach === 'page')
      .flatMap(([, { keys }]) => keysOf(keys));
    expect(moving.length).toBeGreaterThan(8);
    expect(twice([...everywhere, ...new Set(moving), ...classes])).toEqual([]);
  });

  // A key that is handled without a declaration is one that the help does not list.
  it('are asked by everything that listens to keys', () => {
    const stray = filesOf('web')
      .filter((file) => !['web/data/keys.ts', 'web/ui/keys-here.ts'].includes(file))
      .filter((file) => {
        const source = readFileSync(file, 'utf8');
        const listens = /addEventListener\('key(?:down|up)'|@key(?:down|up)=/u.test(source);
        const reads = /\bevent\.(?:key|code)\b/u.test(source);
        return (listens || reads) && !/\b(?:struckAt|KeysHere|electrodeStep|clickerWish)\b/u.test(source);
      });
    expect(stray).toEqual([]);
  });

  it('are each on the page somewhere', () => {
    const source = filesOf('web')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const declared = [...source.matchAll(/new KeysHere\(\s*\w+,\s*'(\w+)'/gu)].map(([, place]) => place);
    expect([...new Set(declared)].sort()).toEqual(Object.keys(keyPlaces).sort());
  });
});
