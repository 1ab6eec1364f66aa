import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldWithin, liveAt, liveClasses, type Field } from '../../../src/ground/signal/field.js';
import { fieldChanges } from '../../../src/ground/signal/field-change.js';
import { changeOf } from '../../../src/scenario/change.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import {
  mergeScenario,
  parseScenario,
  scenarioFields,
  type Scenario,
} from '../../../src/scenario/scenario.js';
import { anyGroup, anyOf } from '../../support/any-value.js';

const before = presetByName('patient-journey');
const changed = (patch: object): ReturnType<typeof changeOf> =>
  changeOf(before, mergeScenario(before, patch));

type Path = readonly (string | number)[];

/** Every field of a value, lists as wholes and by their first two items. */
function everyField(field: Field, value: unknown, path: Path = []): { path: Path; field: Field }[] {
  const own = path.length > 0 && field.kind !== 'group' ? [{ path, field }] : [];
  if (typeof value !== 'object' || value === null) return own;
  const inner = Object.keys(field.kind === 'list' ? Object(value).slice(0, 2) : value).flatMap((key) => {
    const within = fieldWithin(field, key);
    const at = field.kind === 'list' ? Number(key) : key;
    return within ? everyField(within, Reflect.get(value, key), [...path, at]) : [];
  });
  return field.kind === 'map' ? inner : [...own, ...inner];
}

/** A copy with another value at a path. */
function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const inner = withValue(Object(value)[key], rest, put);
  return Array.isArray(value)
    ? value.map((item: unknown, i) => (i === key ? inner : item))
    : { ...Object(value), [key]: inner };
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => Object(at)[key], value);
const root: Field = { kind: 'group', explain: '', fields: scenarioFields };
const fields = everyField(root, before).filter(({ path }) => path[0] !== 'version');

describe('a change of one field', () => {
  it('covers them all', () => {
    expect(fields.length).toBeGreaterThan(300);
    expect(new Set(fields.map(({ path }) => liveAt(scenarioFields, path)))).toEqual(new Set(liveClasses));
  });

  it.each(fields.map(({ path, field }) => ({ path, dotted: path.join('.'), field })))(
    '$dotted costs what its own description says',
    ({ path, dotted, field }) => {
      const value = valueAt(before, path);
      const other = fc
        .sample(anyOf(field), { seed: 1, numRuns: 50 })
        .find((one) =>
          field.kind === 'list'
            ? Object(one).length !== Object(value).length
            : !isDeepStrictEqual(one, value),
        );
      expect(other).toBeDefined();
      const after = withValue(before, path, other);
      expect(fieldChanges(scenarioFields, before, after)).toEqual([
        { path: dotted, live: liveAt(scenarioFields, path) },
      ]);
    },
  );
});

describe('changeOf', () => {
  it.each([
    [{}, [], []],
    [{ disturbances: { noiseUv: 9 } }, ['disturbances.noiseUv'], ['block']],
    [{ limb: { fatThicknessMm: 9 } }, ['limb.fatThicknessMm'], ['templates']],
    [{ decoder: { windowMs: 150 } }, ['decoder.windowMs'], ['decoder']],
    [
      { decoder: { direct: { siteA: 2, onPercent: 30 } } },
      ['decoder.direct.siteA', 'decoder.direct.onPercent'],
      ['decoder', 'block'],
    ],
    [{ motorUnits: { rateGain: 0.7 } }, ['motorUnits.rateGain'], ['body']],
    [{ muscles: before.muscles.map((m) => ({ ...m, unitCount: 9 })).slice(0, 8) }, undefined, ['body']],
    [{ seed: 4 }, ['seed'], ['person']],
    [{ limb: { level: 'transhumeral' } }, ['limb.level'], ['person']],
    [{ muscles: before.muscles.slice(1) }, ['muscles'], ['person']],
    [
      { electrodes: { positions: before.electrodes.positions.slice(1) } },
      ['electrodes.positions'],
      ['person'],
    ],
    [
      { limb: { fatThicknessMm: 9 }, decoder: { stepMs: 25 } },
      ['limb.fatThicknessMm', 'decoder.stepMs'],
      ['templates', 'decoder'],
    ],
  ])('of %j', (patch, paths, needs) => {
    const change = changed(patch);
    if (paths) expect(change.paths).toEqual(paths);
    expect([...change.needs]).toEqual(needs);
    expect(change.before).toBe(before);
    expect(change.anatomy.channels).toHaveLength(change.after.electrodes.positions.length);
  });

  it.each([
    [{ limb: { boneRadiusMm: 41 } }, /muscles\.0\.innerDepthMm|limb\.boneRadiusMm/],
    [{ decoder: { features: ['MAVV'] } }, 'decoder.features'],
    [{ decoder: { filters: [{ kind: 'highpass', order: 4, cutoffHz: 1000 }] } }, 'decoder.filters'],
    [{ decoder: { filters: [{ kind: 'bandpass', cutoffHz: 300, highCutoffHz: 200 }] } }, 'decoder.filters'],
    [{ prosthesis: { joints: { knee: { minDeg: 100, maxDeg: 20 } } } }, 'prosthesis.joints.knee'],
    [{ journey: { stages: [{}, { stemRadiusMm: 12 }] }, limb: { boneRadiusMm: 10 } }, 'journey.stages.1'],
    [{ calibration: { movements: ['rest'] } }, 'calibration.movements'],
    [{ calibration: { holdMs: 200, rampMs: 0 } }, 'decoder.windowMs'],
    [{ calibration: { holdMs: 250, style: 'free' } }, 'decoder.windowMs'],
    [{ decoder: { trimStartMs: 5000 } }, 'decoder.windowMs'],
    [{ decoder: { trimEndMs: 5000 } }, 'decoder.windowMs'],
    [{ decoder: { control: 'regression' }, calibration: { movements: ['rest'] } }, 'calibration.movements'],
    [{ decoder: { control: 'direct', direct: { joints: ['hand'] } } }, 'decoder.direct'],
    [{ decoder: { control: 'direct', direct: { siteA: 200, siteB: 1 } } }, 'decoder.direct'],
    [{ decoder: { control: 'direct', direct: { siteA: 2, siteB: 2 } } }, 'decoder.direct'],
  ])('refuses %j, which does not hold together, and says where', (patch, field) => {
    let error: unknown;
    try {
      changed(patch);
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'config', field: expect.stringMatching(field) as string });
    expect(error).toHaveProperty('hint', expect.stringMatching(/\S/));
  });

  it('does not refuse anew what was wrong before, for a change that has nothing to do with it', () => {
    const wrong = mergeScenario(before, { calibration: { movements: ['rest'] } });
    expect(changeOf(wrong, mergeScenario(wrong, { limb: { fatThicknessMm: 9 } })).paths).toEqual([
      'limb.fatThicknessMm',
    ]);
  });

  it('finds nothing exactly where two scenarios are deeply equal', () => {
    const any = anyGroup(scenarioFields);
    const pair = fc.oneof(
      fc.tuple(any, any),
      any.map((one) => [one, structuredClone(one)] as const),
    );
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(fieldChanges(scenarioFields, a, b).length === 0).toBe(isDeepStrictEqual(a, b));
      }),
      { numRuns: 60 },
    );
    const scenario: Scenario = parseScenario({});
    expect(changeOf(scenario, structuredClone(scenario)).paths).toEqual([]);
  });
});

describe('scenario.preset', () => {
  it('names where a scenario came from, whatever it is called later', () => {
    expect(before.preset).toBe('patient-journey');
    expect(parseScenario({}).preset).toBe('');
    expect(mergeScenario(before, { name: 'Anna' }).preset).toBe('patient-journey');
    expect([...changed({ preset: '' }).needs]).toEqual(['block']);
  });
});
