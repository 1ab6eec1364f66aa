import type { Lesson } from '../lesson.js';
import { patternsApart } from '../../../data/patterns-apart.js';
import { pattern } from '../measures.js';
import { anybody } from '../patients.js';

const amplitudes = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, i) => [`c${i}`, value]));

export const features: Lesson<'features'> = {
  id: 'features',
  patient: anybody(),
  settings: [
    { id: 'one', effort: [{ movement: 0, percent: 40 }] },
    { id: 'other', effort: [{ movement: 1, percent: 40 }] },
    { id: 'again', effort: [{ movement: 0, percent: 40 }] },
  ],
  seconds: 2,
  streams: ['filtered'],
  picture: 'bars',
  measure: (at) => {
    const values = pattern(at);
    return { ...amplitudes(values), most: Math.max(...values) };
  },
  shows: { name: 'most', unit: 'µV' },
  outcome: ([one = {}, other = {}, again = {}]) => {
    const same = patternsApart(one, again);
    const between = patternsApart(one, other);
    if (same > 0.5 * between) return between < 0.02 ? 'alike' : 'chance';
    return 'own';
  },
  expected: 'own',
};
