import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, hand, peopleOf } from '../people.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import type { Scenario } from '../../scenario/scenario.js';

/** Days after the training. */
const days = [0, 1, 2, 3];

export const nextDay: ConformanceRow = {
  id: 33,
  part: 'control',
  fact: 'accuracy on the day of the training and on other days',
  conditions: `preset ${hand}, tested on another occasion of the same day and on three other days, electrodes put on anew at the same places; ${decoding}`,
  sample: 'eight people',
  expectations: [
    { what: 'accuracy within a day less between days', unit: 'points', digits: 1, heldTo: 'order' },
  ],
  source: ['he-2015', 'waris-2019'],
  note: 'How much a day changes is an assumption; people put electrodes on with a shift too, which is left out here (row 16).',
  axes: { x: 'days after training', y: 'accuracy, %' },
  measure(quick) {
    const used = quick ? days.slice(0, 2) : days;
    const people = peopleOf(hand, quick ? 1 : 8).map((scenario) => {
      const { decoder } = trained(scenario, promptedRecordings(scenario));
      return used.map((day) => {
        const prompts = { day, repetitions: quick ? 1 : 2, holdMs: 2000 };
        return 100 * accuracyOn(decoder, testRecordings(wornOn(scenario, day), prompts));
      });
    });
    return {
      found: [people.map(([same, ...other]) => same - mean(other))],
      series: [
        curve(
          'mean over people',
          used,
          used.map((_, i) => mean(people.map((row) => row[i]))),
        ),
      ],
    };
  },
};

/** The electrodes as they were put on that day. */
function wornOn(scenario: Scenario, day: number): Scenario {
  return { ...scenario, electrodes: { ...scenario.electrodes, donning: day } };
}
