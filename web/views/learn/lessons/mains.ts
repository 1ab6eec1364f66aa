import type { Lesson } from '../lesson.js';
import { valueAt, pathOf } from '../../../data/scenario-path.js';
import type { Numbers } from '../lesson.js';
import type { Measured } from '../measured.js';
import { bandUv } from '../measures.js';
import { anybody } from '../patients.js';

function hum(at: Measured): Numbers {
  const hz = Number(valueAt(at.page.store.scenario, pathOf('disturbances.mainsHz')) ?? NaN);
  return { raw: bandUv(at, 'raw', hz), filtered: bandUv(at, 'filtered', hz), hz };
}

/** As the scenario says it once it is in force. */
const filter = (kind: 'highpass' | 'lowpass' | 'notch', cutoffHz: number) => ({
  kind,
  order: 4,
  cutoffHz,
  highCutoffHz: 450,
  q: 30,
  harmonics: 1,
});

const band = [filter('highpass', 20), filter('lowpass', 450)];

/** A decoder without a notch, without and with the hum; then with a notch at its frequency. */
export const mains: Lesson<'mains'> = {
  id: 'mains',
  patient: anybody({ disturbances: { mainsHz: 50, mainsWanderHz: 0.3, mainsHarmonicsPercent: 0 } }),
  settings: [
    { id: 'quiet', patch: { disturbances: { mainsUv: 0 }, decoder: { filters: band } }, effort: 'rest' },
    { id: 'hum', patch: { disturbances: { mainsUv: 200 }, decoder: { filters: band } }, effort: 'rest' },
    {
      id: 'notch',
      patch: {
        disturbances: { mainsUv: 200 },
        decoder: { filters: [...band, filter('notch', 50)] },
      },
      effort: 'rest',
    },
  ],
  seconds: 4,
  streams: ['filtered', 'raw'],
  picture: 'spectrum',
  measure: hum,
  shows: { name: 'filtered', unit: 'µV' },
  outcome: ([quiet, before, after]) => {
    const left = (after?.filtered ?? NaN) / (before?.filtered ?? NaN);
    if (left > 0.7) return 'all';
    return (after?.filtered ?? NaN) > 1.5 * (quiet?.filtered ?? NaN) ? 'rest' : 'nothing';
  },
  expected: 'rest',
};
