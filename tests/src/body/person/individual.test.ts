import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAnatomy } from '../../../../src/body/anatomy/resolve-anatomy.js';
import { individual } from '../../../../src/body/person/individual.js';
import { personCard } from '../../../../src/body/person/person-card.js';
import { populationFields } from '../../../../src/body/person/population-fields.js';
import { bodyFields, bodyWarnings, parseBody } from '../../../../src/body/synthesis/body-scenario.js';
import { Synthesizer } from '../../../../src/body/synthesis/synthesizer.js';
import { TemplateShop } from '../../../../src/body/synthesis/template-shop.js';
import { limbGeometry } from '../../../../src/patient/limb-geometry.js';
import { presetByName, presets } from '../../../../src/scenario/presets/index.js';
import { smallBody } from '../synthesis/small-body.js';

const thigh = presetByName('transfemoral-surface');
const arm = presetByName('transradial-armband');
const people = Array.from({ length: 300 }, (_, n) => n + 1);

const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;
const sd = (x: readonly number[]): number => {
  const m = mean(x);
  return Math.sqrt(mean(x.map((v) => (v - m) ** 2)));
};
const correlation = (x: readonly number[], y: readonly number[]): number => {
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((v, i) => (v - mx) * (y[i] - my))) / (sd(x) * sd(y));
};

describe('the typical person', () => {
  it('is exactly what the scenario says', () => {
    for (const { name } of presets) {
      const { person, population, ...rest } = presetByName(name);
      expect(person).toEqual({ number: 0, traits: {} });
      expect(population).toBeDefined();
      const { anatomySeed, notes, ...own } = individual(presetByName(name));
      expect([anatomySeed, notes]).toEqual([1, []]);
      expect(own).toEqual(rest);
    }
  });

  it('can be given single traits, with what goes with them', () => {
    const stout = individual({ ...arm, person: { number: 0, traits: { build: 2 } } });
    expect(stout.limb.fatThicknessMm).toBeGreaterThan(1.4 * arm.limb.fatThicknessMm);
    expect(stout.limb.skinThicknessMm).toBeGreaterThan(arm.limb.skinThicknessMm);
    expect(stout.seed).toBe(arm.seed);
    expect(stout.muscles.map((m) => m.angleDeg)).toEqual(arm.muscles.map((m) => m.angleDeg));
  });
});

describe('a person', () => {
  it('is the same under every seed, with another session', () => {
    const [one, other] = [1, 2].map((seed) =>
      individual({ ...thigh, seed, person: { number: 7, traits: {} } }),
    );
    expect(other.seed).not.toBe(one.seed);
    expect({ ...other, seed: one.seed }).toEqual(one);
  });

  it('has a session of their own under the same seed', () => {
    const seeds = people.map((number) => individual({ ...thigh, person: { number, traits: {} } }).seed);
    expect(new Set(seeds).size).toBe(people.length);
  });

  it('keeps each muscle as it is when others are added', () => {
    const fewer = { ...thigh, person: { number: 7, traits: {} }, muscles: thigh.muscles.slice(3) };
    expect(individual(fewer).muscles).toEqual(
      individual({ ...thigh, person: fewer.person }).muscles.slice(3),
    );
  });

  it('streams other bits than another, and the same anatomy in every session', () => {
    const shop = new TemplateShop(4);
    const body = (seed: number, person: unknown) => smallBody({ seed, person });
    const bits = (seed: number, person: unknown): string =>
      new Synthesizer(body(seed, person), { templates: shop.fresh(body(seed, person)) })
        .next(800)
        .signal.data.join();
    const streams = [bits(1, 7), bits(2, 7), bits(1, 8), bits(1, 0)];
    expect(new Set(streams).size).toBe(4);
    expect(bits(1, 7)).toBe(streams[0]);
    expect(shop.fresh(body(1, 7))).toBe(shop.fresh(body(2, 7)));
    expect(shop.fresh(body(1, 7)).data).not.toEqual(shop.fresh(body(1, 8)).data);
  });

  it('is drawn as the page shows them', () => {
    const person = { ...thigh, person: { number: 7, traits: {} } };
    const { muscles, layers } = limbGeometry(person);
    const { limb } = individual(person);
    expect(layers.find(({ name }) => name === 'muscle')?.outerRadiusMm).toBeCloseTo(limb.muscleRadiusMm, 9);
    expect(muscles.map(({ angleDeg }) => angleDeg)).not.toEqual(thigh.muscles.map((m) => m.angleDeg));
  });
});

describe('a population', () => {
  const drawn = people.map((number) => individual({ ...arm, person: { number, traits: {} } }));
  const outside = drawn.map(({ limb }) => limb.muscleRadiusMm + limb.fatThicknessMm + limb.skinThicknessMm);

  it('spreads as its fields say', () => {
    const fat = drawn.map(({ limb }) => limb.fatThicknessMm);
    expect(sd(fat) / mean(fat)).toBeGreaterThan(0.3);
    expect(sd(fat) / mean(fat)).toBeLessThan(0.5);
    const angles = drawn.map(({ muscles }) => muscles[0].angleDeg);
    expect(Math.abs(sd(angles) - arm.population.muscles.angleDeg)).toBeLessThan(1);
    const counts = drawn.map(({ muscles }) => muscles[0].unitCount);
    expect(Math.abs(sd(counts) / mean(counts) - 0.2)).toBeLessThan(0.04);
    expect(Math.abs(mean(outside) / 39.8 - 1)).toBeLessThan(0.05);
  });

  it('has traits that go together', () => {
    const fat = drawn.map(({ limb }) => limb.fatThicknessMm);
    const men = people.filter((_, n) =>
      personCard({ ...arm, person: { number: people[n], traits: {} } }).title.includes(' man'),
    );
    const of = (values: readonly number[]): number[] => men.map((number) => values[number - 1]);
    expect(men.length / people.length).toBeCloseTo(0.7, 1);
    expect(correlation(of(outside), of(fat))).toBeGreaterThan(0.35);
    expect(correlation(of(outside), of(fat))).toBeLessThan(0.75);
  });

  it('of everybody alike is everybody typical', () => {
    const none = Object.fromEntries(
      Object.entries(populationFields).map(([name, { fields }]) => [
        name,
        Object.fromEntries(
          Object.keys(fields).map((key) => [key, key.endsWith('Years') || key === 'bodyMassIndex' ? 30 : 0]),
        ),
      ]),
    );
    const alike = parseBody({ ...smallBody(), population: { ...none, people: {} }, person: 7 });
    const { anatomySeed, seed, ...own } = individual(alike);
    const typical = individual({ ...alike, person: { number: 0, traits: {} } });
    expect({ ...typical, ...own }).toEqual(typical);
    expect(own.notes).toEqual([]);
    expect(anatomySeed).not.toBe(typical.anatomySeed);
    expect(seed).not.toBe(alike.seed);
  });
});

describe('an impossible limb', () => {
  it('is never drawn: every person of every preset has one', () => {
    for (const { name } of presets)
      for (const number of people.slice(0, 100))
        expect(() => resolveAnatomy(individual(presetByName(name, { person: number })))).not.toThrow();
  });

  it('is never drawn, however wide the spreads and whatever the traits', () => {
    const wide = Object.fromEntries(
      Object.entries(populationFields).map(([name, { fields }]) => [
        name,
        Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.max])),
      ]),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4294967295 }),
        fc.constantFrom(...presets.map(({ name }) => name)),
        fc.dictionary(
          fc.constantFrom('girth', 'fat', 'bone', 'build', 'skin'),
          fc.double({ min: -4, max: 4, noNaN: true }),
        ),
        (number, name, traits) => {
          const scenario = presetByName(name, { person: { number, traits }, population: wide });
          const own = individual(scenario);
          resolveAnatomy(own);
          parseBody({ ...scenario, ...own, anatomySeed: undefined, notes: undefined });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is told of where it was kept whole', () => {
    const thin = { ...arm, person: { number: 3, traits: { girth: -4, fat: 4 } } };
    const [note] = individual(thin).notes;
    expect(note).toMatch(/^person 3: limb\.muscleRadiusMm was drawn as [\d.]+ mm and kept at 25\.2 mm/);
    expect(bodyWarnings(thin)).toContain(note);
  });
});

describe('"person": 7', () => {
  it('stands for the number of a person', () => {
    expect(parseBody({ person: 7 }).person).toEqual({ number: 7, traits: {} });
    expect(parseBody({ person: { traits: { fat: 1 } } }).person).toEqual({ number: 0, traits: { fat: 1 } });
    expect(bodyFields.person.shorthand).toBe('number');
  });

  it.each([
    [-1, 'person: got -1, expected an integer within [0, 4294967295]'],
    [1.5, 'person: got 1.5, expected an integer within [0, 4294967295]'],
    ['me', 'person: got "me", expected an integer within [0, 4294967295]'],
    [{ number: -1 }, 'person.number: got -1, expected an integer within [0, 4294967295]'],
    [{ traits: { fta: 1 } }, 'unknown field person.traits.fta'],
    [{ traits: { fat: 9 } }, 'person.traits.fat: got 9, expected a number within [-4, 4] SD'],
  ])('%j is refused by name', (person, message) => {
    expect(() => parseBody({ person })).toThrow(message);
  });
});
