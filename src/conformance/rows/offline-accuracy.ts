import type { ConformanceRow } from '../conformance-row.js';
import type { Expectation } from '../expectation.js';
import { promptedRecordings, trained } from '../offline.js';
import { decoding, hand, peopleOf } from '../people.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';

const featureSets = ['MAV', 'HTD', 'TDAR', 'LS4'] as const;
/** Percent right on people, in the order of the feature sets. */
const published = { thigh: [91.6, 94.9, 96.7, 97.2], hand: [73.2, 84.5, 87.4, 88.1] };

const nearPeople = (whose: 'thigh' | 'hand', n: number): Expectation[] =>
  featureSets.map((features, i) => ({
    what: `${whose}, ${features}`,
    unit: '%',
    digits: 1,
    heldTo: 'limits',
    low: published[whose][i] - 3,
    high: published[whose][i] + 3,
    why: `${published[whose][i]} % over ${n} people, whose SD was not noted; ± 3 points, the aim`,
  }));

export const offlineAccuracy: ConformanceRow = {
  id: 14,
  part: 'control',
  fact: 'offline accuracy by features, leaving one repetition out',
  conditions: `presets transfemoral-surface (8 motions) and ${hand}; ${decoding}`,
  sample: 'ten people each',
  expectations: [...nearPeople('thigh', 7), ...nearPeople('hand', 22)],
  source: ['thigh-recordings', 'hand-recordings'],
  axes: { x: 'features: 1 MAV, 2 HTD, 3 HTD with AR, 4 LS4', y: 'accuracy, %' },
  measure(quick) {
    const thigh = accuracies('transfemoral-surface', quick);
    const ofHand = accuracies(hand, quick);
    const places = featureSets.map((_, i) => i + 1);
    return {
      found: [...thigh, ...ofHand],
      series: [curve('thigh', places, thigh.map(mean)), curve('hand', places, ofHand.map(mean))],
    };
  },
};

/** Accuracy in percent by feature set and person. */
function accuracies(preset: string, quick: boolean): number[][] {
  const people = peopleOf(preset, quick ? 1 : 10).map((scenario) => {
    const recordings = promptedRecordings(scenario, quick ? { repetitions: 2 } : {});
    return featureSets.map((features) => {
      const decoder = { ...scenario.decoder, features: [features] };
      return 100 * trained({ ...scenario, decoder }, recordings).accuracy;
    });
  });
  return featureSets.map((_, i) => people.map((row) => row[i]));
}
