import type { Lesson } from '../lesson.js';
import type { Numbers } from '../lesson.js';
import type { Measured } from '../measured.js';
import { discharges } from '../measures.js';
import { moverOf, movementsOf } from '../movements-of.js';
import { anybody } from '../patients.js';

/** Units that discharge at least twice a second, and how fast the first fifth of them, which work in any effort. */
function units(at: Measured): Numbers {
  const all = discharges(at);
  const { scenario } = at.page.store;
  const muscle = moverOf(scenario, movementsOf(scenario)[0]);
  const seconds = (at.to - at.from) / (at.page.store.info?.sampleRateHz ?? NaN);
  const counts = new Map<number, number>();
  for (const one of all) if (one.muscle === muscle) counts.set(one.unit, (counts.get(one.unit) ?? 0) + 1);
  const rates = [...counts]
    .map(([unit, count]) => ({ unit, rate: count / seconds }))
    .filter(({ rate }) => rate >= 2)
    .sort((a, b) => a.unit - b.unit);
  const early = rates.slice(0, EARLY);
  return { units: rates.length, rate: early.reduce((sum, { rate }) => sum + rate, 0) / early.length };
}

/** The first units of the muscle, which take part in every effort. */
const EARLY = 10;

export const recruitment: Lesson<'recruitment'> = {
  id: 'recruitment',
  patient: anybody(),
  settings: [5, 20, 60].map((percent) => ({ id: `at${percent}`, effort: [{ movement: 0, percent }] })),
  seconds: 2,
  streams: ['filtered', 'discharges'],
  picture: 'raster',
  measure: units,
  shows: { name: 'units', unit: '' },
  outcome: ([low, , high]) => {
    const more = (high?.units ?? NaN) > 1.2 * (low?.units ?? NaN);
    const faster = (high?.rate ?? NaN) > 1.2 * (low?.rate ?? NaN);
    if (more && faster) return 'both';
    return more ? 'more' : 'faster';
  },
  expected: 'both',
};
