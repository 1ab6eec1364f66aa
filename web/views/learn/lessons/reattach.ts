import type { Lesson } from '../lesson.js';
import { overall, rmsUv } from '../measures.js';
import { operatedLongAgo } from '../patients.js';

export const reattach: Lesson<'reattach'> = {
  id: 'reattach',
  patient: operatedLongAgo(),
  settings: [1, 0].map((fixation) => ({
    id: fixation === 1 ? 'sewn' : 'loose',
    patch: { surgery: { fixation } },
    effort: [{ movement: 0, percent: 50 }],
  })),
  seconds: 2,
  derives: ['surgery'],
  streams: ['filtered', 'truth'],
  picture: 'traces',
  measure: (at) => ({ rms: overall(rmsUv(at, 'filtered')) }),
  shows: { name: 'rms', unit: 'µV' },
  outcome: ([sewn, loose]) => {
    const left = (loose?.rms ?? NaN) / (sewn?.rms ?? NaN);
    if (left > 1.1) return 'stronger';
    return left < 0.9 ? 'weaker' : 'same';
  },
  expected: 'weaker',
};
