import { describe, expect, it } from 'vitest';
import { scenarioFields } from '../../../../src/scenario/scenario.js';
import { comparableFields, valueWritten } from '../../../../web/panels/compare/comparable-fields.js';
import { differenceOf } from '../../../../web/panels/compare/difference.js';
import { drawnChannels, scaleOf, tracePath } from '../../../../web/panels/compare/side-picture.js';
import { liveTwice } from '../../../../web/panels/compare/two-settings.js';
import { patient } from '../guide/observed.js';

describe('two settings of one patient', () => {
  it('are the same to the bit where nothing differs', () => {
    const { a, b } = liveTwice(patient(), patient(), false);
    expect(b).toEqual({ ...a, calibrated: null });
    const { right, apart, movingUv, judged } = differenceOf({ a, b });
    expect(apart).toBe(0);
    expect(right.b).toBe(right.a);
    expect(movingUv.b).toBe(movingUv.a);
    expect(judged).toBeGreaterThan(100);
  });

  it('differ by what was set, and a decoder that does not fit is learned anew', () => {
    const after = patient({ limb: { fatThicknessMm: 14 }, decoder: { features: ['MAV'] } });
    const parts: number[] = [];
    const sides = liveTwice(patient(), after, false, (done) => parts.push(done));
    expect(parts).toEqual([1, 2, 3]);
    expect(sides.b.calibrated).toBeGreaterThan(0);
    const { movingUv, restUv, right } = differenceOf(sides);
    // Fat takes from muscle, not from the noise of contacts.
    expect(movingUv.b).toBeLessThan(0.6 * movingUv.a);
    expect(restUv.b).toBeGreaterThan(0.6 * restUv.a);
    expect(right.a).toBeGreaterThan(0.6);
    // Both on one scale: that of the larger.
    expect(scaleOf(sides)).toBe(scaleOf({ a: sides.a, b: sides.a }));
    expect(drawnChannels(sides, 4)).toHaveLength(4);
  });
});

describe('what can differ', () => {
  const fields = comparableFields(scenarioFields);

  it('is every field of one value', () => {
    const paths = fields.map(([path]) => path);
    expect(paths).toContain('limb.fatThicknessMm');
    expect(paths).toContain('decoder.smoothing.majorityVotes');
    expect(paths.filter((path) => path.includes('positions'))).toEqual([]);
  });

  it('is read as what the field takes', () => {
    const of = (path: string, text: string): unknown => {
      const field = fields.find(([one]) => one === path)?.[1];
      return field && valueWritten(field, text);
    };
    expect(of('limb.fatThicknessMm', '12')).toBe(12);
    expect([of('limb.fatThicknessMm', ''), of('limb.fatThicknessMm', '1e9')]).toEqual([undefined, undefined]);
    expect([of('surgery.nerveBlock', 'true'), of('surgery.nerveBlock', 'x')]).toEqual([true, undefined]);
    expect(of('decoder.classifier', 'qda')).toBe('qda');
  });
});

it('draws a trace between the lowest and the highest of each column', () => {
  const path = tracePath(Float32Array.of(-10, 0), Float32Array.of(0, 10), 10, 15);
  expect(path).toMatch(/^M84\.0,14\.5L/u);
  expect(path).toMatch(/Z$/u);
});
