import { describe, expect, it } from 'vitest';
import { mergeScenario, parseScenario, scenarioFields } from '../../../src/scenario/scenario.js';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { resolveAnatomy } from '../../../src/body/anatomy/resolve-anatomy.js';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import type { Field, FieldGroup } from '../../../src/ground/signal/field.js';

/** Every field that holds a value, with its dotted path. */
function leaves(fields: FieldGroup, path = ''): [string, Field][] {
  return Object.entries(fields).flatMap(([name, field]): [string, Field][] => {
    const at = path ? `${path}.${name}` : name;
    if (field.kind === 'group') return leaves(field.fields, at);
    if (field.kind === 'list' && field.item.kind === 'group') return leaves(field.item.fields, `${at}[]`);
    return [[at, field]];
  });
}

const all = leaves(scenarioFields);

describe('scenario fields', () => {
  it('explain themselves, every one', () => {
    for (const [path, field] of all) {
      expect(field.explain, path).toMatch(/^\S.{8,}/);
      if (field.kind === 'number') {
        expect(field.unit, path).not.toBe('');
        expect(field.default, path).toBeGreaterThanOrEqual(field.min);
        expect(field.default, path).toBeLessThanOrEqual(field.max);
      }
    }
  });

  it('have their unit in their name', () => {
    const suffix: Record<string, RegExp> = {
      mm: /Mm$/,
      ms: /Ms$/,
      Hz: /Hz$/,
      µV: /Uv$/,
      mV: /Mv$/,
      deg: /Deg$/,
      '%': /Percent/,
      '% MVC': /Percent/,
      'S/m': /SPerM$/,
    };
    for (const [path, field] of all)
      if (field.kind === 'number' && field.unit in suffix && !path.startsWith('prosthesis.joints'))
        expect(path, `${path} in ${field.unit}`).toMatch(suffix[field.unit] ?? /./);
  });
});

describe('parseScenario', () => {
  it('makes a whole scenario of nothing, and leaves a whole one as it is', () => {
    const scenario = parseScenario({});
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
  });

  it('names what is wrong', () => {
    expect(() => parseScenario({ limb: { fatThicknessMm: -3 } })).toThrow(
      'limb.fatThicknessMm: got -3, expected a number within [0, 40] mm',
    );
    expect(() => parseScenario({ lim: {} })).toThrow('unknown field lim');
    expect(() => parseScenario('x')).toThrow(ConfigError);
  });

  it('knows movements of its own wherever movements are named', () => {
    const drummer = {
      movements: [{ id: 'drum', name: 'Drum on a table', actions: { hand: 'close' }, grip: 'point' }],
      muscles: [{ name: 'flexor', drives: { drum: 1, 'hand-close': 0.4 } }],
      intent: { movements: ['drum', 'rest'] },
      calibration: { movements: ['rest', 'drum'] },
      prosthesis: { classMap: { seven: 'drum' } },
    };
    const scenario = parseScenario(drummer);
    expect(scenario.muscles[0].drives).toEqual({ drum: 1, 'hand-close': 0.4 });
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
    expect(mergeScenario(scenario, { seed: 2 }).movements).toEqual(scenario.movements);
    expect(() => mergeScenario(scenario, { movements: [] })).toThrow('unknown field muscles.0.drives.drum');
  });

  it.each([
    [
      { muscles: [{ name: 'flexor', drives: { 'drum-solo': 1 } }] },
      'unknown field muscles.0.drives.drum-solo',
    ],
    [
      { intent: { movements: ['rest', 'drun'] } },
      'intent.movements.1: got "drun", expected one of rest, hand-close',
    ],
    [{ calibration: { movements: ['rest', 7] } }, 'calibration.movements.1: got 7'],
    [{ prosthesis: { classMap: { a: 'fist' } } }, 'prosthesis.classMap.a: got "fist"'],
    [{ movements: [{ id: 'rest' }] }, 'movements.0.id: got rest, which means rest already'],
    [{ movements: [{ id: 'drum', drives: {} }] }, 'unknown field movements.0.drives'],
  ])('says which movement is none: %j', (patch, message) => {
    const scenario = { movements: [{ id: 'drum' }], ...patch };
    expect(() => parseScenario(scenario)).toThrow(message);
    if (message.includes('drun'))
      expect(() => parseScenario(scenario)).toThrow(expect.objectContaining({ hint: 'Did you mean drum?' }));
  });
});

describe('mergeScenario', () => {
  it('changes what the patch names and nothing else', () => {
    const before = presetByName('transhumeral-tmr');
    const after = mergeScenario(before, { limb: { fatThicknessMm: 9 } });
    expect(after).toEqual({ ...before, limb: { ...before.limb, fatThicknessMm: 9 } });
    expect(before.limb.fatThicknessMm).toBe(3);
  });

  it('is not fooled by names of prototypes', () => {
    const patch: unknown = JSON.parse('{"__proto__":{"polluted":1},"limb":{"__proto__":{"polluted":1}}}');
    expect(() => mergeScenario(parseScenario({}), patch)).toThrow(ConfigError);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'tells of a key %s wherever it stands, maps of any keys included',
    (key) => {
      for (const [json, field] of [
        [`{"${key}":1}`, key],
        [`{"limb":{"${key}":1}}`, `limb.${key}`],
        [`{"intent":{"movementStrengthDb":{"${key}":1}}}`, `intent.movementStrengthDb.${key}`],
        [`{"muscles":[{"drives":{"${key}":1}}]}`, `muscles.0.drives.${key}`],
        [`{"prosthesis":{"joints":{"${key}":{}}}}`, `prosthesis.joints.${key}`],
        [`{"person":{"traits":{"${key}":1}}}`, `person.traits.${key}`],
      ] as const)
        expect(() => mergeScenario(parseScenario({}), JSON.parse(json)), json).toThrow(
          expect.objectContaining({ code: 'config', field }),
        );
    },
  );

  it('refuses what is no object', () => {
    for (const patch of [null, 3, 'x', []])
      expect(() => mergeScenario(parseScenario({}), patch)).toThrow(ConfigError);
  });
});

describe('presets', () => {
  const people = presets.filter(({ name }) => name !== 'test-tones');

  it.each(people.map(({ name }) => name))('%s is a possible person', (name) => {
    const scenario = presetByName(name);
    const anatomy = resolveAnatomy(scenario);
    expect(anatomy.channels).toHaveLength(scenario.electrodes.positions.length);
    expect(anatomy.channels.length).toBeGreaterThanOrEqual(8);
    expect(anatomy.muscles.length).toBeGreaterThanOrEqual(8);
    expect(scenario.calibration.movements).toContain('rest');
    for (const movement of scenario.calibration.movements.filter((m) => m !== 'rest'))
      expect(
        scenario.muscles.some(({ drives }) => (drives[movement] ?? 0) > 0.3),
        `${movement} moves no muscle`,
      ).toBe(true);
  });

  it('come with a difficult sibling each, but for those that are one of a kind', () => {
    const names = presets.map(({ name }) => name);
    const single = [
      'patient-journey',
      'operation',
      'transhumeral-surface-tmr',
      'transradial-armband-200hz',
      'volunteer-forearm',
      'volunteer-forearm-feedback',
      'test-tones',
    ];
    for (const name of names.filter((n) => !n.endsWith('-difficult') && !single.includes(n)))
      expect(names).toContain(`${name}-difficult`);
  });

  it('are found by name, with help for a mistyped one', () => {
    expect(() => presetByName('transhumeral-tmrr')).toThrow(/unknown preset/);
    try {
      presetByName('transhumeral-tmrr');
    } catch (error) {
      expect((error as ConfigError).hint).toBe('Did you mean transhumeral-tmr?');
    }
  });
});
