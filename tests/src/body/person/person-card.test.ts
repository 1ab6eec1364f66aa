import { describe, expect, it } from 'vitest';
import { cardNumber, personCard } from '../../../../src/body/person/person-card.js';
import { traitNames, traitsOf } from '../../../../src/body/person/traits.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';

describe('the card of a person', () => {
  it('tells every trait but the unseen ones, beside the typical person', () => {
    const { title, rows, number } = personCard(presetByName('transradial-armband', { person: 7 }));
    expect(number).toBe(7);
    expect(title).toMatch(/^Person 7: (wo)?man, \d\d years$/);
    const { value, typical, deviation } = rows.find(({ name }) => name === 'fat under the skin') ?? {};
    expect(typical).toBe(2.5);
    expect(Math.sign((value ?? 0) - 2.5)).toBe(Math.sign(deviation ?? 0));
    for (const row of rows) expect(Number.isFinite(row.value), row.name).toBe(true);
  });

  it('of the typical person deviates nowhere', () => {
    const { title, rows, notes } = personCard(presetByName('transfemoral-surface'));
    expect(title).toBe('Person 0: the typical person of this scenario');
    expect(notes).toEqual([]);
    for (const { value, typical, deviation } of rows) expect([value, deviation]).toEqual([typical, 0]);
  });

  it('writes numbers as people read them', () => {
    expect([0.123, 4.56, 12.34, 456.7, -7.06].map(cardNumber)).toEqual([
      '0.12',
      '4.56',
      '12.3',
      '457',
      '-7.06',
    ]);
  });
});

describe('traits', () => {
  it('are standard in the population, and follow their causes', () => {
    const people = Array.from({ length: 2000 }, (_, n) => traitsOf(n + 1, {}, 0.3));
    for (const name of traitNames) {
      const values = people.map((traits) => traits[name]);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
      expect(Math.abs(mean), name).toBeLessThan(0.1);
      expect(Math.abs(Math.sqrt(variance) - 1), name).toBeLessThan(0.08);
    }
    const between = (a: 'build' | 'sex' | 'age', b: 'girth' | 'fat' | 'units'): number =>
      people.reduce((sum, traits) => sum + traits[a] * traits[b], 0) / people.length;
    expect(Math.abs(between('build', 'girth') - 0.83)).toBeLessThan(0.1);
    expect(between('sex', 'fat')).toBeLessThan(-0.3);
    expect(between('age', 'units')).toBeLessThan(-0.55);
  });

  it('that are known stand, and carry along what follows them', () => {
    const [tall, plain] = [traitsOf(7, { build: 3 }, 0.3), traitsOf(7, {}, 0.3)];
    expect(tall.build).toBe(3);
    expect(tall.girth - plain.girth).toBeCloseTo(0.83 * (3 - plain.build), 9);
    expect(traitsOf(7, { build: 3, girth: 0 }, 0.3).girth).toBe(0);
    expect(tall.skill).toBe(plain.skill);
  });

  it('of the typical person are all 0', () => {
    expect(new Set(Object.values(traitsOf(0, {}, 0.3)))).toEqual(new Set([0]));
  });
});
