import type { ConformanceRow } from '../conformance-row.js';
import { accuracyOn, promptedRecordings, testRecordings, trained } from '../offline.js';
import { decoding, discPairs, fiveMovements, hand, peopleOf } from '../people.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';
import type { Scenario } from '../../scenario/scenario.js';

const directions = ['along', 'around'] as const;
const featureSets = ['HTD', 'TDAR'] as const;
/** Shifts either way, mm. */
const shifts = [10, 20];

export const pairDirection: ConformanceRow = {
  id: 31,
  part: 'control',
  fact: 'pairs along and across the fibres, and features, under shift',
  conditions: `preset ${hand}, five classes, discs of 10 mm in pairs of 20 mm along the limb and around it, tested on another occasion in place and moved by 10 and 20 mm around and along; HTD and HTD with AR; ${decoding}`,
  sample: 'six people',
  expectations: [
    { what: 'accuracy in place, pairs along less around', unit: 'points', digits: 1, heldTo: 'order' },
    { what: 'accuracy moved, pairs along less around', unit: 'points', digits: 1, heldTo: 'order' },
    ...directions.map((direction) => ({
      what: `pairs ${direction}, loss moved around less moved along`,
      unit: 'points',
      digits: 1,
      heldTo: 'order' as const,
    })),
    { what: 'loss with HTD less that with AR, pairs along', unit: 'points', digits: 1, heldTo: 'order' },
  ],
  source: ['young-2011', 'young-2012'],
  axes: { x: 'shift, mm', y: 'accuracy, %' },
  measure(quick) {
    const byDirection = directions.map((direction) =>
      peopleOf(hand, quick ? 1 : 6, {
        calibration: { movements: [...fiveMovements] },
        electrodes: { ...discPairs, interElectrodeMm: 20, pairDirection: direction },
      }).map((scenario) => shifted(scenario, quick)),
    );
    const [along, around] = byDirection;
    return {
      found: [
        along.map(({ HTD }, i) => HTD.inPlace - around[i].HTD.inPlace),
        along.map(({ HTD }, i) => moved(HTD) - moved(around[i].HTD)),
        ...byDirection.map((people) => people.map(({ HTD }) => mean(HTD.along) - mean(HTD.around))),
        along.map(({ HTD, TDAR }) => HTD.inPlace - moved(HTD) - (TDAR.inPlace - moved(TDAR))),
      ],
      series: byDirection.flatMap((people, d) =>
        (['around', 'along'] as const).map((way) =>
          curve(
            `pairs ${directions[d]}, moved ${way}`,
            [0, ...used(quick)],
            [
              mean(people.map(({ HTD }) => HTD.inPlace)),
              ...used(quick).map((_, i) => mean(people.map(({ HTD }) => HTD[way][i]))),
            ],
          ),
        ),
      ),
    };
  },
};

/** Accuracy in percent, in place and by shift. */
interface Shifted {
  readonly inPlace: number;
  readonly around: readonly number[];
  readonly along: readonly number[];
}

function used(quick: boolean): readonly number[] {
  return quick ? shifts.slice(1) : shifts;
}

function moved({ around, along }: Shifted): number {
  return mean([...around, ...along]);
}

/** Of both feature sets, on the same recordings. */
function shifted(scenario: Scenario, quick: boolean): Record<(typeof featureSets)[number], Shifted> {
  const prompts = { repetitions: quick ? 1 : 2, holdMs: 2000 };
  const training = promptedRecordings(scenario);
  const decoders = featureSets.map((features) => {
    const decoder = { ...scenario.decoder, features: [features] };
    return trained({ ...scenario, decoder }, training).decoder;
  });
  const after = (patch: Partial<Scenario['electrodes']>): number[] => {
    const electrodes = { ...scenario.electrodes, ...patch };
    const recordings = testRecordings({ ...scenario, electrodes }, prompts);
    return decoders.map((decoder) => 100 * accuracyOn(decoder, recordings));
  };
  const inPlace = after({});
  const around = used(quick).map((shiftAroundMm) => after({ shiftAroundMm }));
  const along = used(quick).map((shiftAlongMm) => after({ shiftAlongMm }));
  const of = (i: number): Shifted => ({
    inPlace: inPlace[i],
    around: around.map((row) => row[i]),
    along: along.map((row) => row[i]),
  });
  return { HTD: of(0), TDAR: of(1) };
}
