import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../../web/data/language.js';
import { keyPlaces, type KeyPlaceName } from '../../../../web/data/key-places.js';
import { keyNames, keyTexts } from '../../../../web/texts/keys.js';
import { keyGroups } from '../../../../web/views/help/key-groups.js';

const all = Object.keys(keyPlaces) as KeyPlaceName[];

describe('the groups of keys in the help', () => {
  afterEach(() => setLanguage('en'));

  it('list every key that is declared, with what it does, in both languages', () => {
    for (const language of ['en', 'de'] as const) {
      setLanguage(language);
      const groups = keyGroups(
        all.map((place) => ({ place })),
        undefined,
      );
      for (const place of all) {
        const declared = Object.values<readonly string[]>(keyPlaces[place].keys).flat();
        const rows = groups.find((group) => group.place === place)?.rows ?? [];
        expect(rows.flatMap(({ keys }) => keys)).toEqual(declared);
        for (const { does } of rows) expect(Object.values<string>(keyTexts()[place].does)).toContain(does);
      }
    }
  });

  it('begin with the place that one is in, and leave out those without keys', () => {
    const groups = keyGroups([{ place: 'page' }, { place: 'intent' }, { place: 'traces' }], 'traces');
    expect(groups.map(({ place }) => place)).toEqual(['traces', 'page']);
  });

  it('have what the patient adds in the words of the page', () => {
    const own = { 'hand-close': ['u'], rest: ['1'] };
    const [group] = keyGroups([{ place: 'intent', own, sayOwn: (id) => id.toUpperCase() }], undefined);
    expect(group?.rows.map(({ does }) => does)).toEqual(['HAND-CLOSE', 'REST']);
  });

  it('show many digits by the first and the last', () => {
    const [group] = keyGroups([{ place: 'traces' }], undefined);
    expect(group?.rows.map(({ span }) => span)).toEqual([true, false, false, false, false]);
  });
});

describe('the name of a key', () => {
  afterEach(() => setLanguage('en'));

  it('is what stands on the keyboard', () => {
    expect(keyNames('Mod+Shift+z')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('Mod+z', true)).toEqual(['⌘', 'Z']);
    expect(keyNames('+')).toEqual(['+']);
    expect(keyNames('Mod++')).toEqual(['Ctrl', '+']);
    expect(keyNames('Shift+ArrowLeft')).toEqual(['Shift', '←']);
    setLanguage('de');
    expect(keyNames('Mod+ ')).toEqual(['Strg', 'Leertaste']);
  });
});
