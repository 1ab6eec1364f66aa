import { describe, expect, it } from 'vitest';
import { individual } from '../../../src/body/person/individual.js';
import { delayBetween } from '../../../src/conformance/delay.js';
import { intervalsOf } from '../../../src/conformance/intervals.js';
import { laboratoryArm } from '../../../src/conformance/laboratory-arm.js';
import { hand, peopleOf } from '../../../src/conformance/people.js';
import { plot } from '../../../src/conformance/plot.js';
import type { Truth } from '../../../src/body/synthesis/synthesizer.js';

describe('the delay between two channels', () => {
  it.each([2.5, 3.25, 7, -4.4])('finds %d samples', (samples) => {
    const at = (t: number): number =>
      Math.sin(2 * Math.PI * 0.031 * t) + Math.sin(2 * Math.PI * 0.0177 * t + 1) + Math.cos(0.093 * t);
    const a = Float64Array.from({ length: 4000 }, (_, i) => at(i));
    const b = Float64Array.from({ length: 4000 }, (_, i) => at(i - samples));
    expect(Math.abs(delayBetween(a, b, 2000, 0.01) * 2000 - samples)).toBeLessThan(0.1);
  });
});

describe('intervals', () => {
  it('take intervals unit by unit, whatever the order of the discharges', () => {
    const truth: Pick<Truth, 'discharges'> = {
      discharges: Float64Array.of(0, 1, 300, 0, 1, 100, 1, 1, 50, 0, 1, 600, 1, 1, 250),
    };
    expect(intervalsOf(truth, 1000)).toEqual([
      { muscle: 0, unit: 1, intervals: [0.2, 0.3] },
      { muscle: 1, unit: 1, intervals: [0.2] },
    ]);
  });
});

describe('the laboratory arm', () => {
  it('has the set geometry in everyone, and units of their own', () => {
    const [first, second] = [1, 2].map((seed) => {
      const { anatomySeed, seed: luck, ...person } = individual(laboratoryArm({ seed }));
      return { seeds: [anatomySeed, luck], person };
    });
    expect(second.person).toEqual(first.person);
    expect(second.person.limb).toEqual(laboratoryArm().limb);
    expect(second.person.muscles).toEqual(laboratoryArm().muscles);
    expect(second.person.intent).toEqual(laboratoryArm().intent);
    second.seeds.forEach((value, i) => expect(value).not.toBe(first.seeds[i]));
  });
});

describe('people of a preset', () => {
  it('are persons of its population', () => {
    const [first, second] = peopleOf(hand, 2).map(individual);
    expect(first.anatomySeed).not.toBe(second.anatomySeed);
    expect(first.limb.muscleRadiusMm).not.toBe(second.limb.muscleRadiusMm);
  });
});

describe('plots', () => {
  const axes = { title: 'a < b', x: 'x', y: 'y' };

  it('leave out what is not finite and escape words', () => {
    const svg = plot([{ name: 'one', x: [0, 1, 2], y: [1, NaN, 3] }], axes);
    expect(svg).toContain('a &lt; b');
    expect(svg).not.toContain('NaN');
    expect(svg.match(/<circle/g)).toHaveLength(2);
  });

  it('keep every point within the frame', () => {
    const svg = plot([{ name: 'one', x: [-3, 11], y: [-0.2, 17] }], axes);
    for (const [, x, y] of svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(56);
      expect(Number(x)).toBeLessThanOrEqual(408);
      expect(Number(y)).toBeGreaterThanOrEqual(26);
      expect(Number(y)).toBeLessThanOrEqual(220);
    }
  });

  it('refuse to draw nothing', () => {
    expect(() => plot([{ name: 'none', x: [], y: [] }], axes)).toThrow(RangeError);
  });
});
