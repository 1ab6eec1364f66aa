import type { Lesson } from '../lesson.js';
import { accuracy } from '../measures.js';
import { QUICK_S, quickScript, withSkinElectrodes } from '../patients.js';

const shifted = (shiftAroundMm: number, shiftAlongMm: number) => ({
  electrodes: { shiftAroundMm, shiftAlongMm },
});

export const shift: Lesson<'shift'> = {
  id: 'shift',
  patient: { ...withSkinElectrodes(quickScript), preset: 'transhumeral-surface-tmr' },
  settings: [
    { id: 'place', patch: shifted(0, 0), effort: 'script' },
    { id: 'along10', patch: shifted(0, -10), effort: 'script' },
    { id: 'around10', patch: shifted(10, 0), effort: 'script' },
    { id: 'around20', patch: shifted(20, 0), effort: 'script' },
  ],
  seconds: QUICK_S,
  derives: ['electrodes'],
  streams: ['filtered', 'features', 'decisions', 'truth'],
  picture: 'decisions',
  measure: (at) => ({ right: 100 * accuracy(at).share }),
  shows: { name: 'right', unit: '%' },
  outcome: (numbers) => {
    const right = numbers[3]?.right ?? NaN;
    if (right >= 90) return 'all';
    return right >= 75 ? 'most' : 'few';
  },
  expected: 'few',
};
