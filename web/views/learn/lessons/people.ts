import type { Lesson } from '../lesson.js';
import { patternsApart } from '../../../data/patterns-apart.js';
import { features } from './features.js';
import { anybody } from '../patients.js';

export const people: Lesson<'people'> = {
  id: 'people',
  patient: anybody(),
  settings: [0, 1, 2].map((number) => ({
    id: `person${number}`,
    patch: { person: { number } },
    effort: [{ movement: 0, percent: 40 }],
  })),
  seconds: 2,
  streams: ['filtered'],
  picture: 'bars',
  measure: (at) => ({
    ...features.measure(at),
    heldOut: 100 * (at.page.store.calibration?.accuracy ?? NaN),
  }),
  shows: { name: 'heldOut', unit: '%' },
  outcome: ([typical = {}, one = {}, two = {}]) => {
    const far = Math.max(patternsApart(typical, one), patternsApart(typical, two));
    return far < 0.02 ? 'same' : 'own';
  },
  expected: 'own',
};
