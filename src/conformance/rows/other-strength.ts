import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, hand, peopleOf } from '../people.js';
import { pointsLost } from '../points-lost.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';

/** % MVC */
const TRAINED = 50;
const others = [20, 80];

export const otherStrength: ConformanceRow = {
  id: 29,
  part: 'control',
  fact: 'accuracy at a strength that was not trained',
  conditions: `preset ${hand}, trained at ${TRAINED} % MVC; tested on another occasion at that, at 20 and at 80 % MVC; ${decoding}`,
  sample: 'eight people',
  expectations: [pointsLost('accuracy at other strengths less that at the trained one', 20)],
  source: 'campbell-2020',
  note: 'Which strengths the sets have is not in the abstract: 20, 50 and 80 % are ours.',
  axes: { x: 'force, % MVC', y: 'accuracy, %' },
  measure(quick) {
    const strengths = [TRAINED, ...(quick ? others.slice(0, 1) : others)];
    const people = peopleOf(hand, quick ? 1 : 8).map((scenario) => {
      const { decoder } = trained(scenario, promptedRecordings(scenario, { strengthPercent: TRAINED }));
      return strengths.map((strengthPercent) => {
        const prompts = { strengthPercent, repetitions: quick ? 1 : 2, holdMs: 2000 };
        return 100 * accuracyOn(decoder, testRecordings(scenario, prompts));
      });
    });
    const inOrder = strengths.map((_, i) => i).sort((a, b) => strengths[a] - strengths[b]);
    return {
      found: [people.map(([same, ...other]) => mean(other) - same)],
      series: [
        curve(
          'mean over people',
          inOrder.map((i) => strengths[i]),
          inOrder.map((i) => mean(people.map((row) => row[i]))),
        ),
      ],
    };
  },
};
