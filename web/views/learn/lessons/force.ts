import type { Lesson } from '../lesson.js';
import { overall, rmsUv } from '../measures.js';
import { anybody } from '../patients.js';

/** A sixth of the effort asked for at first: an eighth, and all that people can hold for a while. */
const efforts = [10, 40, 80] as const;

export const force: Lesson<'force'> = {
  id: 'force',
  patient: anybody(),
  settings: efforts.map((percent) => ({ id: `at${percent}`, effort: [{ movement: 0, percent }] })),
  seconds: 2,
  streams: ['filtered'],
  picture: 'traces',
  measure: (at) => ({ rms: overall(rmsUv(at, 'filtered')) }),
  shows: { name: 'rms', unit: 'µV' },
  outcome: ([low, , high]) => {
    const times = (high?.rms ?? NaN) / (low?.rms ?? NaN);
    if (times < 1.25) return 'same';
    return times < 7 ? 'less' : 'alike';
  },
  expected: 'less',
};
