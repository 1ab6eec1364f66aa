import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, fiveMovements, hand, peopleOf } from '../people.js';
import { perPerson } from '../series.js';
import { mean } from '../../ground/math/statistics.js';

/** One pod of an eight-pod band either way, 45° or 31 mm, and a centimetre along the limb either way. */
const donnings = [
  [-31, 10],
  [31, -10],
  [-31, -10],
  [31, 10],
] as const;

export const redonning: ConformanceRow = {
  id: 16,
  part: 'control',
  fact: 'armband put on again with an unknown shift, 5 classes',
  conditions: `preset ${hand}, tested on another occasion with the band turned by 31 mm and moved along by 10 mm, either way; ${decoding}`,
  sample: 'eight people, four donnings each',
  expectations: [{ what: 'accuracy', unit: '%', heldTo: 'SD', mean: 48, sd: 15 }],
  source: 'armband-recordings',
  note:
    'How far people miss was not measured: the size of the shift is an assumption, was chosen in an earlier version with the ' +
    'result in view, and decides the number.',
  axes: { x: 'person', y: 'accuracy, %' },
  measure(quick) {
    const used = quick ? donnings.slice(0, 2) : donnings;
    const people = peopleOf(hand, quick ? 2 : 8, { calibration: { movements: [...fiveMovements] } });
    const accuracy = people.map((scenario) => {
      const { decoder } = trained(scenario, promptedRecordings(scenario));
      return mean(
        used.map(([shiftAroundMm, shiftAlongMm]) => {
          const moved = { ...scenario, electrodes: { ...scenario.electrodes, shiftAroundMm, shiftAlongMm } };
          return 100 * accuracyOn(decoder, testRecordings(moved, { repetitions: 1, holdMs: 2000 }));
        }),
      );
    });
    return {
      found: [accuracy],
      series: [perPerson('accuracy', accuracy)],
    };
  },
};
