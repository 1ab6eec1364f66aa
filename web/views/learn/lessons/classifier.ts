import type { Lesson } from '../lesson.js';
import { decisionRows } from '../../../../src/protocol/stream-rows.js';
import type { Measured } from '../measured.js';
import { decided } from '../measures.js';
import { anybody } from '../patients.js';

/** Mean certainty of the decisions of the stretch, in percent. */
function certainty({ page, from, to }: Measured): number {
  const ring = page.store.columns.get('decisions');
  const rows = page.store.rows('decisions');
  if (!ring || !rows) return NaN;
  const { confidence } = decisionRows.places(rows);
  let sum = 0;
  let count = 0;
  for (let back = 0; back < ring.held && ring.indexOf(back) > from; back++) {
    const value = ring.column(back)?.[confidence];
    if (value === undefined || ring.indexOf(back) > to || Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return (100 * sum) / count;
}

export const classifier: Lesson<'classifier'> = {
  id: 'classifier',
  patient: anybody({ decoder: { smoothing: { rejectBelow: 0 } } }),
  settings: [
    { id: 'one', effort: [{ movement: 0, percent: 40 }] },
    { id: 'other', effort: [{ movement: 1, percent: 40 }] },
    {
      id: 'both',
      effort: [
        { movement: 0, percent: 40 },
        { movement: 1, percent: 40 },
      ],
    },
  ],
  seconds: 4,
  streams: ['filtered', 'features', 'decisions', 'truth'],
  picture: 'decisions',
  measure: (at) => {
    const classes = at.page.store.info?.classes ?? [];
    const [[most, share] = ['', NaN]] = decided(at);
    return { share: 100 * share, said: classes.indexOf(most), certain: certainty(at) };
  },
  shows: { name: 'share', unit: '%' },
  // A movement that was learned, or rest: it has no other words.
  outcome: (numbers) => ((numbers[2]?.said ?? -1) >= 0 ? 'known' : 'silent'),
  expected: 'known',
};
