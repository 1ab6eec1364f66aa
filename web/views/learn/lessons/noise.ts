import type { Lesson } from '../lesson.js';
import { accuracy, overall, rmsUv } from '../measures.js';
import { onlyBy, QUICK_S, quickScript } from '../patients.js';

interface Trouble {
  readonly noiseUv?: number;
  readonly bridgePercent?: number;
  readonly liftOffPerMin?: number;
}

/** Each names all three, so that one ends where the next begins. */
const trouble = ({ noiseUv = 3, bridgePercent = 0, liftOffPerMin = 0 }: Trouble = {}) => ({
  disturbances: { noiseUv, bridgePercent, bridgeChannel: 1, liftOffPerMin, liftOffMs: 3000 },
});

export const noise: Lesson<'noise'> = {
  id: 'noise',
  patient: onlyBy('transradial-armband', quickScript),
  settings: [
    { id: 'calm', patch: trouble(), effort: 'script' },
    { id: 'noise', patch: trouble({ noiseUv: 30 }), effort: 'script' },
    { id: 'sweat', patch: trouble({ bridgePercent: 80 }), effort: 'script' },
    { id: 'contact', patch: trouble({ liftOffPerMin: 20 }), effort: 'script' },
  ],
  seconds: QUICK_S,
  streams: ['filtered', 'raw', 'features', 'decisions', 'truth'],
  picture: 'decisions',
  measure: (at) => ({ right: 100 * accuracy(at).share, rms: overall(rmsUv(at, 'raw')) }),
  shows: { name: 'right', unit: '%' },
  outcome: (numbers) => {
    const rights = numbers.slice(1).map(({ right = NaN }) => right);
    return ['noise', 'sweat', 'contact'][rights.indexOf(Math.min(...rights))] ?? '';
  },
  expected: 'noise',
};
