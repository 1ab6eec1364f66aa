import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, hand, peopleOf } from '../people.js';
import { pointsLost } from '../points-lost.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';

/** Positions other than that of the training. */
const positions = [1, 2, 3];

export const limbPosition: ConformanceRow = {
  id: 28,
  part: 'control',
  fact: 'accuracy with the limb in another position',
  conditions: `preset ${hand}, trained in one position; tested on another occasion in that and in three others; ${decoding}`,
  sample: 'eight people',
  expectations: [pointsLost('accuracy in other positions less that in the trained one', 13)],
  source: 'campbell-2020',
  axes: { x: 'position, 0 trained', y: 'accuracy, %' },
  measure(quick) {
    const tried = quick ? positions.slice(0, 1) : positions;
    const people = peopleOf(hand, quick ? 1 : 8).map((scenario) => {
      const { decoder } = trained(scenario, promptedRecordings(scenario));
      return [0, ...tried].map((position) => {
        const prompts = { limbPosition: position, repetitions: quick ? 1 : 2, holdMs: 2000 };
        return 100 * accuracyOn(decoder, testRecordings(scenario, prompts));
      });
    });
    return {
      found: [people.map(([inPlace, ...moved]) => mean(moved) - inPlace)],
      series: [
        curve(
          'mean over people',
          [0, ...tried],
          [0, ...tried].map((_, i) => mean(people.map((row) => row[i]))),
        ),
      ],
    };
  },
};
