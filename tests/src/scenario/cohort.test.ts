import { describe, expect, it } from 'vitest';
import { cohort } from '../../../src/scenario/cohort.js';
import { presetByName } from '../../../src/scenario/presets/index.js';

const scenario = presetByName('transradial-armband', { person: { traits: { fat: 1 } } });

describe('a cohort', () => {
  it('is people 1, 2, 3 … of the population; another seed is other people', () => {
    expect(cohort(scenario, { size: 3 }).map(({ person }) => person.number)).toEqual([1, 2, 3]);
    expect(cohort(scenario, { size: 2, seed: 4 }).map(({ person }) => person.number)).toEqual([4001, 4002]);
  });

  it('keeps everything else, and the traits that are pinned', () => {
    for (const { person, ...rest } of cohort(scenario, { size: 3 })) {
      expect(person.traits).toEqual({ fat: 1 });
      expect({ ...rest, person: scenario.person }).toEqual(scenario);
    }
  });

  it.each([
    [{ size: 0 }, 'cohort size: got 0, expected an integer within [1, 1000]'],
    [{ size: 1001 }, 'cohort size: got 1001'],
    [{ size: 2.5 }, 'cohort size: got 2.5'],
    [{ size: 2, seed: -1 }, 'cohort seed: got -1, expected an integer within [0, 4294966]'],
  ])('%j is refused', (spec, message) => {
    expect(() => cohort(scenario, spec)).toThrow(message);
  });
});
