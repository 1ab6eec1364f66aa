import { afterEach, describe, expect, it } from 'vitest';
import { sources } from '../../../../src/ground/sources/index.js';
import type { Source } from '../../../../src/ground/sources/source.js';
import { presets } from '../../../../src/scenario/presets/index.js';
import { setLanguage } from '../../../../web/data/language.js';
import { lessonTexts } from '../../../../web/texts/lessons/lesson-texts.js';
import { lessons } from '../../../../web/views/learn/lessons.js';
import { lessonLink } from '../../../../web/views/learn/teacher-page.js';

const registry: Readonly<Record<string, Source>> = sources;
const written = (text: string): string[] => text.match(/\d+(?:\.\d+)?/gu) ?? [];

afterEach(() => setLanguage('en'));

describe.each(['en', 'de'] as const)('texts of the lessons in %s', (spoken) => {
  it.each(lessons)('$id: every setting and every choice has words, and no other', (lesson) => {
    setLanguage(spoken);
    const text = lessonTexts[lesson.id]();
    expect(Object.keys(text.settings)).toEqual(lesson.settings.map(({ id }) => id));
    expect(Object.keys(text.choices)).toContain(lesson.expected);
    const none = lesson.settings.map(() => ({}));
    expect(text.found(none)).not.toContain('NaN');
  });

  it.each(lessons)('$id: a number of the literature is one of its source, and not from memory', ({ id }) => {
    setLanguage(spoken);
    const { beside } = lessonTexts[id]();
    if (!beside) return;
    const source = registry[beside.source];
    expect(source?.state).toMatch(/^(?:read|abstract|data)$/u);
    const there = source?.findings.map(({ says, of, n }) => `${says} ${of ?? ''} ${n}`).join(' ') ?? '';
    expect(written(beside.text).filter((number) => !there.includes(number))).toEqual([]);
  });
});

it('there are twelve lessons and one more, each once', () => {
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(13);
});

it('a teacher’s link brings a patient that there is', () => {
  const names = presets.map(({ name }) => name);
  for (const lesson of lessons) {
    expect(names).toContain(lesson.patient.preset);
    expect(lessonLink(lesson)).toBe(`#learn/${lesson.id}&p=${lesson.patient.preset}`);
  }
});
