import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, fiveMovements, hand, peopleOf } from '../people.js';
import { perPerson } from '../series.js';

export const shortTraining: ConformanceRow = {
  id: 17,
  part: 'control',
  fact: 'one second of training per class, 5 classes',
  conditions: `preset ${hand}, one prompt of 1 s per class, tested on three repetitions of another occasion; ${decoding}`,
  sample: '16 people',
  expectations: [{ what: 'accuracy', unit: '%', digits: 1, heldTo: 'SD', mean: 75, sd: 12.9 }],
  source: 'armband-recordings',
  note: 'The number of people behind the mean was not noted, so it is held to the SD instead of the standard error.',
  axes: { x: 'person', y: 'accuracy, %' },
  measure(quick) {
    const people = peopleOf(hand, quick ? 3 : 16, { calibration: { movements: [...fiveMovements] } });
    const accuracy = people.map((scenario) => {
      const { decoder } = trained(scenario, promptedRecordings(scenario, { repetitions: 1, holdMs: 1000 }));
      return 100 * accuracyOn(decoder, testRecordings(scenario, { holdMs: 2000 }));
    });
    return {
      found: [accuracy],
      series: [perPerson('accuracy', accuracy)],
    };
  },
};
