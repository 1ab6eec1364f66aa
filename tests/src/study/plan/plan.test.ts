import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { parseStudy } from '../../../../src/study/plan/plan.js';

const preset = 'transfemoral-surface';
const least = { preset, cohort: { count: 2 } };

describe('a study file', () => {
  it('needs no more than a population and people', () => {
    const plan = parseStudy(least);
    expect(plan.scenario).toEqual(presetByName(preset));
    expect(plan.people).toEqual([1, 2]);
    expect(plan.conditions).toEqual([
      { name: 'as calibrated', dials: {}, patch: {}, throughout: {}, values: {} },
    ]);
    expect(plan.decoders).toEqual([{ name: 'HTD lda', patch: {} }]);
    expect(plan.metrics).toContain('accuracy');
  });

  it('says who takes part, one by one and in a row, of a population that is changed', () => {
    const plan = parseStudy({
      preset,
      scenario: { limb: { fatThicknessMm: 9 } },
      cohort: { people: [0, 7], count: 2, from: 1001 },
    });
    expect(plan.people).toEqual([0, 7, 1001, 1002]);
    expect(plan.scenario.limb.fatThicknessMm).toBe(9);
  });

  it('lists conditions, spans a grid and draws a sample', () => {
    const { conditions } = parseStudy({
      ...least,
      conditions: {
        list: [
          { name: 'calm' },
          { dials: { noise: 20, ecg: 100 } },
          { name: 'fat', throughout: { limb: { fatThicknessMm: 9 } } },
        ],
        grid: [
          { dial: 'noise', values: [5, 20] },
          { field: 'disturbances.mainsUv', values: [0, 50] },
        ],
        sample: {
          points: 3,
          ranges: [{ field: 'limb.fatThicknessMm', when: 'throughout', low: 2, high: 8 }],
        },
      },
    });
    expect(conditions.map(({ name }) => name)).toEqual([
      ...['calm', 'noise 20, ecg 100', 'fat'],
      ...['noise 5, disturbances.mainsUv 0', 'noise 5, disturbances.mainsUv 50'],
      ...['noise 20, disturbances.mainsUv 0', 'noise 20, disturbances.mainsUv 50'],
      ...['point 1', 'point 2', 'point 3'],
    ]);
    expect(conditions[2]?.throughout).toEqual({ limb: { fatThicknessMm: 9 } });
    expect(conditions[4]).toMatchObject({ dials: { noise: 5 }, patch: { disturbances: { mainsUv: 50 } } });
    const drawn = conditions.slice(7).map(({ values }) => values['limb.fatThicknessMm'] ?? NaN);
    expect(drawn.every((value) => value >= 2 && value <= 8)).toBe(true);
    expect(new Set(drawn).size).toBe(3);
  });

  it('draws the same points from the same seed, others from another, and whole numbers where a field wants them', () => {
    const points = (seed: number) =>
      parseStudy({
        ...least,
        conditions: { sample: { points: 5, seed, ranges: [{ dial: 'resolution', low: 8, high: 15 }] } },
      }).conditions.map(({ dials }) => dials['resolution']);
    expect(points(1)).toEqual(points(1));
    expect(points(1)).not.toEqual(points(2));
    expect(points(1).slice(1).every(Number.isInteger)).toBe(true);
  });

  it('names decoders by what they are', () => {
    const { decoders } = parseStudy({
      ...least,
      decoders: [
        { classifier: 'knn' },
        { classifier: './mine.js', patch: { features: ['TDAR'] } },
        { name: 'sites', patch: { control: 'direct' } },
      ],
    });
    expect(decoders.map(({ name }) => name)).toEqual(['HTD knn', 'TDAR ./mine.js', 'sites']);
    expect(decoders[1]?.module).toEqual({ name: './mine.js', module: './mine.js' });
  });

  it.each<[unknown, string, RegExp]>([
    [7, '', /a study is an object/],
    [{ ...least, peeple: 3 }, 'peeple', /unknown field peeple/],
    [{ cohort: { count: 2 } }, 'preset', /neither a preset nor a scenario/],
    [{ ...least, preset: 'transfemoral-surfac' }, '', /transfemoral-surfac/],
    [{ ...least, scenario: { limb: { fat: 3 } } }, 'scenario.limb.fat', /scenario: unknown field limb\.fat/],
    [{ preset }, 'cohort', /got nobody/],
    [{ preset, cohort: { count: 0 } }, 'cohort', /got nobody/],
    [{ preset, cohort: { people: [3, 3] } }, 'cohort', /person 3 twice/],
    [{ preset, cohort: { from: 4294967295, count: 2 } }, 'cohort', /end at 4294967295/],
    [{ ...least, conditions: { list: [{ dials: { nois: 3 } }] } }, 'conditions', /nois/],
    [
      { ...least, conditions: { list: [{ patch: { limb: { fatThicknessMm: 900 } } }] } },
      'conditions',
      /got 900, expected a number within/,
    ],
    [
      { ...least, conditions: { list: [{ patch: 3 }] } },
      'conditions.list.0.patch',
      /got 3, expected an object/,
    ],
    [
      { ...least, conditions: { list: [{ patch: { decoder: { windowMs: 150 } } }] } },
      'conditions.list.0.patch.decoder',
      /cannot be other at the test/,
    ],
    [
      { ...least, conditions: { list: [{ throughout: { person: 3 } }] } },
      'conditions.list.0.throughout.person',
      /another person/,
    ],
    [
      { ...least, conditions: { list: [{ name: 'a' }, { name: 'a' }] } },
      'conditions',
      /"a": got the name twice/,
    ],
    [{ ...least, conditions: { grid: [{ values: [1] }] } }, 'conditions.grid.0', /either a dial or a field/],
    [
      { ...least, conditions: { grid: [{ dial: 'nois', values: [1] }] } },
      'conditions.grid.0.dial',
      /unknown dial/,
    ],
    [{ ...least, conditions: { sample: { points: 4 } } }, 'conditions.sample', /4 points of 0 ranges/],
    [
      { ...least, conditions: { sample: { points: 4, ranges: [{ dial: 'noise', low: 5, high: 1 }] } } },
      'conditions.sample.ranges.0.high',
      /got 5 to 1/,
    ],
    [{ ...least, decoders: [{ classifier: 'ldaa' }] }, 'decoders.0.classifier', /got "ldaa"/],
    [{ ...least, decoders: [{ patch: { windowsMs: 3 } }] }, 'decoders.0.patch', /windowsMs/],
    [{ ...least, decoders: [{ name: 'a' }, { name: 'a' }] }, 'decoders.1.name', /"a" twice/],
    [{ ...least, metrics: ['acuracy'] }, 'metrics.0', /acuracy/],
  ])('%j is refused at %s', (file, field, message) => {
    const error = thrownBy(file);
    expect(error.message).toMatch(message);
    expect(error.field ?? '').toContain(field);
    expect(error.hint).not.toBe('');
  });
});

function thrownBy(file: unknown): ConfigError {
  try {
    parseStudy(file);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('was taken');
}
