import { describe, expect, it } from 'vitest';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { cardOf, personNumber, typedPerson } from '../../../web/data/person.js';

describe('the person of a scenario', () => {
  it('has a number, but not in a recording', () => {
    expect(personNumber(presetByName('transradial-armband', { person: 7 }))).toBe(7);
    expect(personNumber(undefined)).toBeUndefined();
  });

  it('is typed as a number, kept within what is possible', () => {
    expect(['7', ' 12.4', '-3', '1e12', '', 'seven'].map(typedPerson)).toEqual([
      7,
      12,
      0,
      4294967295,
      undefined,
      undefined,
    ]);
  });

  it('has a card, made of the scenario as it came over the wire', async () => {
    const scenario: unknown = JSON.parse(JSON.stringify(presetByName('transradial-armband', { person: 7 })));
    expect((await cardOf(scenario))?.title).toMatch(/^Person 7: /);
    expect(await cardOf(undefined)).toBeUndefined();
    await expect(cardOf({ person: { number: 7 }, limb: 3 })).rejects.toThrow('limb');
  });
});
