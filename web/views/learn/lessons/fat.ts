import type { Lesson } from '../lesson.js';
import { overall, rmsUv } from '../measures.js';
import { withSkinElectrodes } from '../patients.js';

export const fat: Lesson<'fat'> = {
  id: 'fat',
  patient: withSkinElectrodes(),
  settings: [3, 9, 18].map((mm) => ({
    id: `mm${mm}`,
    patch: { limb: { fatThicknessMm: mm } },
    effort: [{ movement: 0, percent: 50 }],
  })),
  seconds: 2,
  derives: ['limb'],
  streams: ['filtered'],
  picture: 'traces',
  measure: (at) => ({ rms: overall(rmsUv(at, 'filtered')) }),
  shows: { name: 'rms', unit: 'µV' },
  outcome: ([thin, , thick]) => {
    const left = (thick?.rms ?? NaN) / (thin?.rms ?? NaN);
    if (left > 0.75) return 'most';
    return left > 0.4 ? 'half' : 'little';
  },
  expected: 'little',
};
