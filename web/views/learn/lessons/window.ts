import type { Lesson } from '../lesson.js';
import { accuracy } from '../measures.js';
import { anybody, QUICK_S, quickScript } from '../patients.js';

export const window: Lesson<'window'> = {
  id: 'window',
  patient: anybody(quickScript),
  settings: [50, 200, 500].map((windowMs) => ({
    id: `ms${windowMs}`,
    patch: { decoder: { windowMs, smoothing: { majorityVotes: 1 } } },
    effort: 'script',
  })),
  seconds: QUICK_S,
  awaitsStatistics: true,
  streams: ['filtered', 'features', 'decisions', 'truth'],
  picture: 'decisions',
  measure: (at) => ({
    delay: at.page.store.statistics?.latency.totalMs ?? NaN,
    heldOut: 100 * (at.page.store.calibration?.accuracy ?? NaN),
    right: 100 * accuracy(at).share,
  }),
  shows: { name: 'right', unit: '%' },
  outcome: ([short, , long]) => {
    const surer = (long?.heldOut ?? NaN) > (short?.heldOut ?? NaN) + 0.5;
    const later = (long?.delay ?? NaN) > (short?.delay ?? NaN);
    if (!surer) return 'only-later';
    return later ? 'surer-later' : 'better';
  },
  expected: 'surer-later',
};
