import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, discPairs, fiveMovements, hand, peopleOf } from '../people.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import type { Scenario } from '../../scenario/scenario.js';

const shifts = [10, 20];
const spacings = [20, 40] as const;

export const electrodeShift: ConformanceRow = {
  id: 12,
  part: 'control',
  fact: 'electrodes shifted by 1 and 2 cm after training',
  conditions: `preset ${hand}, five classes, discs of 10 mm in pairs of 20 and 40 mm, tested on another occasion with the band moved around or along; ${decoding}`,
  sample: 'six people',
  expectations: [
    { what: 'loss around less twice that along, pairs of 20 mm', unit: 'points', heldTo: 'order' },
    { what: 'loss with pairs of 20 mm less that with 40 mm', unit: 'points', heldTo: 'order' },
    { what: 'accuracy without shift, 40 less 20 mm', unit: 'points', heldTo: 'order' },
  ],
  source: ['young-2011', 'young-2012'],
  note: '“Much more” is read as at least twice (ours).',
  axes: { x: 'shift, mm', y: 'accuracy, %' },
  measure(quick) {
    const bySpacing = spacings.map((interElectrodeMm) =>
      peopleOf(hand, quick ? 1 : 6, {
        calibration: { movements: [...fiveMovements] },
        electrodes: { ...discPairs, interElectrodeMm },
      }).map((scenario) => shifted(scenario, quick)),
    );
    const [near, wide] = bySpacing;
    const both = ({ around, along }: Shifted): number => (loss(around) + loss(along)) / 2;
    return {
      found: [
        near.map(({ around, along }) => loss(around) - 2 * Math.max(0, loss(along))),
        near.map((person, i) => both(person) - both(wide[i])),
        near.map((person, i) => wide[i].around[0] - person.around[0]),
      ],
      series: bySpacing.flatMap((people, i) =>
        (['around', 'along'] as const).map((way) =>
          curve(
            `${way}, ${spacings[i]} mm`,
            [0, ...shifts],
            [0, ...shifts].map((_, at) => mean(people.map((person) => person[way][at]))),
          ),
        ),
      ),
    };
  },
};

/** Accuracy in percent without shift, then at each shift. */
interface Shifted {
  readonly around: readonly number[];
  readonly along: readonly number[];
}

function loss([unmoved, ...moved]: readonly number[]): number {
  return mean(moved.map((accuracy) => unmoved - accuracy));
}

function shifted(scenario: Scenario, quick: boolean): Shifted {
  const { decoder } = trained(scenario, promptedRecordings(scenario));
  const after = (patch: Partial<Scenario['electrodes']>): number => {
    const moved = { ...scenario, electrodes: { ...scenario.electrodes, ...patch } };
    const prompts = { repetitions: quick ? 1 : 3, holdMs: 2000 };
    return 100 * accuracyOn(decoder, testRecordings(moved, prompts));
  };
  const unmoved = after({});
  return {
    around: [unmoved, ...shifts.map((shiftAroundMm) => after({ shiftAroundMm }))],
    along: [unmoved, ...shifts.map((shiftAlongMm) => after({ shiftAlongMm }))],
  };
}
