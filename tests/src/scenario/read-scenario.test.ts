import { describe, expect, it } from 'vitest';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import { mergeScenario, parseScenario } from '../../../src/scenario/scenario.js';

const thigh = presetByName('transfemoral-surface');

describe('a scenario that somebody wrote', () => {
  it('has of its preset what it leaves out', () => {
    expect(readScenario({ preset: 'transfemoral-surface', person: 5 })).toEqual(
      mergeScenario(thigh, { person: { number: 5 } }),
    );
    expect(readScenario({ preset: thigh.preset, limb: { fatThicknessMm: 6 } })).toEqual(
      mergeScenario(thigh, { limb: { fatThicknessMm: 6 } }),
    );
    expect(readScenario({ preset: thigh.preset, limb: undefined })).toEqual(thigh);
  });

  it('has lists and maps as they are written', () => {
    const pinned = { ...thigh, person: { number: 3, traits: { fat: 1 } } };
    expect(readScenario(pinned).person).toEqual(pinned.person);
    const electrodes = { positions: thigh.electrodes.positions.slice(0, 2) };
    expect(readScenario({ preset: thigh.preset, electrodes }).electrodes.positions).toHaveLength(2);
    expect(readScenario({ ...thigh, intent: { ...thigh.intent, movementStrengthDb: {} } }).intent).toEqual({
      ...thigh.intent,
      movementStrengthDb: {},
    });
  });

  it.each(presets.map(({ name }) => name))('stays what it is where it is whole: %s', (name) => {
    const scenario = mergeScenario(presetByName(name), { person: { number: 4 }, seed: 9 });
    expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
  });

  it('takes the defaults of the format where it names no preset', () => {
    expect(readScenario({ seed: 3 })).toEqual(parseScenario({ seed: 3 }));
    expect(readScenario({ preset: '', seed: 3 })).toEqual(parseScenario({ seed: 3 }));
  });

  it('says what is wrong as any other', () => {
    expect(() => readScenario({ preset: 'transfemoral-surfac' })).toThrow(
      expect.objectContaining({ field: 'preset', hint: 'Did you mean transfemoral-surface?' }),
    );
    expect(() => readScenario({ preset: 7 })).toThrow('preset: got 7');
    expect(() => readScenario({ preset: thigh.preset, limb: 7 })).toThrow('limb: got 7');
    expect(() => readScenario({ preset: thigh.preset, lim: {} })).toThrow('unknown field lim');
    expect(() => readScenario(JSON.parse(`{"preset":"${thigh.preset}","__proto__":{}}`))).toThrow(
      'unknown field __proto__',
    );
    expect(() => readScenario([])).toThrow('value: got []');
  });
});
