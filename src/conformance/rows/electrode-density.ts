import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, discPairs, hand, peopleOf } from '../people.js';
import { curve } from '../series.js';
import { ringPositions } from '../../body/anatomy/electrodes.js';
import { mean } from '../../ground/math/statistics.js';
import type { Scenario } from '../../scenario/scenario.js';

const counts = [6, 12] as const;
/** Shift around the limb, across the fibres, mm. */
const SHIFT_MM = 10;

export const electrodeDensity: ConformanceRow = {
  id: 30,
  part: 'control',
  fact: 'more electrodes, without shift and with 10 mm across the fibres',
  conditions: `preset ${hand} with a ring of 6 and of 12 pairs of discs of 10 mm, tested on another occasion in place and turned by ${SHIFT_MM} mm; ${decoding}`,
  sample: 'eight people',
  expectations: [
    { what: 'accuracy without shift, 12 less 6 pairs', unit: 'points', digits: 1, heldTo: 'order' },
    { what: 'accuracy with shift, 6 less 12 pairs', unit: 'points', digits: 1, heldTo: 'order' },
  ],
  source: 'he-2019',
  note: 'The paper took four densities out of a grid; 6 and 12 around a forearm, 44 and 22 mm apart, are ours.',
  axes: { x: 'pairs', y: 'accuracy, %' },
  measure(quick) {
    const people = quick ? 1 : 8;
    const [few, many] = counts.map((count) =>
      peopleOf(hand, people, { electrodes: { ...discPairs, positions: ringPositions(count) } }).map(
        (scenario) => accuracies(scenario, quick),
      ),
    );
    return {
      found: [
        many.map(({ inPlace }, i) => inPlace - few[i].inPlace),
        few.map(({ turned }, i) => turned - many[i].turned),
      ],
      series: (['inPlace', 'turned'] as const).map((state) =>
        curve(
          state === 'inPlace' ? 'in place' : `turned by ${SHIFT_MM} mm`,
          counts,
          [few, many].map((persons) => mean(persons.map((person) => person[state]))),
        ),
      ),
    };
  },
};

/** Accuracy in percent with the ring where it was in training, and turned. */
function accuracies(scenario: Scenario, quick: boolean): { inPlace: number; turned: number } {
  const { decoder } = trained(scenario, promptedRecordings(scenario));
  const at = (shiftAroundMm: number): number => {
    const moved = { ...scenario, electrodes: { ...scenario.electrodes, shiftAroundMm } };
    return 100 * accuracyOn(decoder, testRecordings(moved, { repetitions: quick ? 1 : 3, holdMs: 2000 }));
  };
  return { inPlace: at(0), turned: at(SHIFT_MM) };
}
