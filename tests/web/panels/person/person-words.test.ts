import { describe, expect, it } from 'vitest';
import { personCard } from '../../../../src/body/person/person-card.js';
import { fieldAt } from '../../../../src/ground/signal/field.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { scenarioFields } from '../../../../src/scenario/scenario.js';
import { cardSections, deviationText } from '../../../../web/panels/person/card-sections.js';
import { personWords } from '../../../../web/panels/person/person-words.js';

const cardWith = (person: unknown) => personCard(presetByName('transradial-armband', { person }));

describe('a person in words', () => {
  it('of the typical person says so', () => {
    expect(personWords(cardWith(0))).toEqual([
      'The typical person of this population, whom nobody is exactly like.',
    ]);
  });

  it('tells sex, age and build first, then the limb', () => {
    const [who, limb] = personWords(cardWith({ number: 7, traits: { build: 2, fat: 2, girth: 0 } }));
    expect(who).toMatch(/^A (man|woman) of \d\d, stoutly built\.$/);
    expect(limb).toMatch(/\d+ % more fat under the skin/);
  });

  it('tells how efforts are made and how electrodes lie, where it is notable', () => {
    const traits = { skill: -2, selectivity: 2, effort: 0, around: 2, noise: 2 };
    const words = personWords(cardWith({ number: 7, traits })).join(' ');
    expect(words).toContain('Repeats efforts less evenly than most and singles muscles out better.');
    expect(words).toMatch(/The electrodes lie \d+ mm beside their places and make more noise than usual\./);
    const average = personWords(
      cardWith({ number: 7, traits: { skill: 0, selectivity: 0, effort: 0, around: 0, noise: 0 } }),
    );
    expect(average).toContain('Makes efforts like most people do.');
    expect(average.join(' ')).not.toContain('electrodes lie');
  });
});

describe('the card in sections', () => {
  const { rows } = cardWith(7);

  it('has every line once, below a heading', () => {
    const sections = cardSections(rows);
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Body',
      'Muscles and motor units',
      'How efforts are made',
      'Electrodes as put on',
    ]);
    expect(sections.flatMap((section) => section.rows)).toHaveLength(rows.length);
  });

  it('knows of each line the field that says how far people differ', () => {
    for (const { spread, name } of rows)
      expect(fieldAt(scenarioFields, spread.split('.'))?.kind, `${name}: ${spread}`).toBe('number');
  });

  it('writes deviations with their sign', () => {
    expect([1.24, -0.7, 0, -0.01].map(deviationText)).toEqual(['+1.2 SD', '−0.7 SD', '–', '–']);
  });
});
