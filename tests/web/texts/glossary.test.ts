import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../web/data/language.js';
import { glossary, type TermId } from '../../../web/texts/glossary.js';
import { glossed } from '../../../web/texts/glossed.js';
import { lessonTexts } from '../../../web/texts/lessons/lesson-texts.js';

const textsOf = (lesson: keyof typeof lessonTexts): string[] => {
  const t = lessonTexts[lesson]();
  const { question, intro, ask, choices, control, settings, shows, look, why, patient, beside } = t;
  const words = [question, ...intro, ask, ...Object.values(choices), control, ...Object.values(settings)];
  return [...words, shows, look, t.found([]), why, patient, ...(beside ? [beside.text] : [])];
};

/** Words that nobody knows who has not learned them: what is written in capitals. */
const acronym = /\b\p{Lu}{2,}\b/gu;

afterEach(() => setLanguage('en'));

describe.each(['en', 'de'] as const)('glossary in %s', (spoken) => {
  it('finds each of its words in its own name', () => {
    setLanguage(spoken);
    for (const [id, { word, forms }] of Object.entries(glossary())) {
      if (id === 'fibre' || id === 'decode' || id === 'tone' || id === 'held-out') continue;
      if (id === 'block' || id === 'anaesthesia') continue;
      expect(word, forms).toMatch(new RegExp(forms, 'iu'));
    }
  });

  it('explains every word of its own in some lesson or in the practice', () => {
    setLanguage(spoken);
    const met = new Set<TermId>();
    for (const lesson of Object.keys(lessonTexts) as (keyof typeof lessonTexts)[])
      for (const text of textsOf(lesson)) glossed(text, met);
    const missing = Object.keys(glossary()).filter((id) => !met.has(id as TermId));
    expect(missing.filter((id) => !practice.has(id))).toEqual([]);
  });

  it.each(Object.keys(lessonTexts) as (keyof typeof lessonTexts)[])('marks what %s says, once', (lesson) => {
    setLanguage(spoken);
    const met = new Set<TermId>();
    const pieces = textsOf(lesson).flatMap((text) => glossed(text, met));
    const marked = pieces.flatMap(({ term }) => (term ? [term] : []));
    expect(marked.length).toBeGreaterThan(1);
    expect(new Set(marked).size).toBe(marked.length);
    const unexplained = pieces
      .filter(({ term }) => !term)
      .flatMap(({ text }) => text.match(acronym) ?? [])
      .filter((word) => !Object.values(glossary()).some((entry) => entry.word === word));
    expect(unexplained).toEqual([]);
  });
});

/** Words that only the practice of placing electrodes uses. */
const practice = new Set(['gain', 'impedance', 'tendon']);

it('cuts a text at its words and keeps all of it', () => {
  const met = new Set<TermId>();
  const pieces = glossed('EMG of motor units: EMG again.', met);
  expect(pieces.map(({ text }) => text).join('')).toBe('EMG of motor units: EMG again.');
  expect(pieces.flatMap(({ term }) => term ?? [])).toEqual(['emg', 'motor-unit']);
  expect(glossed('motor units and fibres', met).flatMap(({ term }) => term ?? [])).toEqual(['fibre']);
});
