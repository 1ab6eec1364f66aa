import type { Lesson } from '../lesson.js';
import { overall, rmsUv } from '../measures.js';
import { anybody } from '../patients.js';

const hold = [{ movement: 0, percent: 60 }] as const;

export const block: Lesson<'block'> = {
  id: 'block',
  patient: anybody(),
  settings: [
    { id: 'rest', patch: { surgery: { nerveBlock: false } }, effort: 'rest' },
    { id: 'held', patch: { surgery: { nerveBlock: false } }, effort: hold },
    { id: 'numbed', patch: { surgery: { nerveBlock: true } }, effort: hold },
  ],
  seconds: 2,
  streams: ['filtered', 'decisions', 'features', 'truth'],
  picture: 'traces',
  measure: (at) => ({ rms: overall(rmsUv(at, 'filtered')) }),
  shows: { name: 'rms', unit: 'µV' },
  outcome: ([rest, held, numbed]) => {
    const left = numbed?.rms ?? NaN;
    if (left <= 1.3 * (rest?.rms ?? NaN)) return 'noise';
    return left < 0.8 * (held?.rms ?? NaN) ? 'weaker' : 'same';
  },
  expected: 'noise',
};
