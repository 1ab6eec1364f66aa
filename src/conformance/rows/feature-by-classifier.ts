import type { ConformanceRow } from '../conformance-row.js';
import type { Expectation } from '../expectation.js';
import { promptedRecordings, trained } from '../offline.js';
import { decoding, hand, peopleOf } from '../people.js';
import { curve } from '../series.js';
import { mean } from '../../ground/math/statistics.js';

const featureSets = ['MAV', 'HTD', 'TDAR', 'LS4'] as const;
const classifiers = ['lda', 'qda', 'knn', 'gaussian-naive-bayes'] as const;

/** Known of people: naive Bayes 57 to 70 %, and that it lies below LDA. */
const expectations: Expectation[] = [
  ...featureSets.map((features): Expectation => ({
    what: `naive Bayes, ${features}`,
    unit: '%',
    digits: 1,
    heldTo: 'limits',
    low: 57,
    high: 70,
    why: 'range over people’s feature sets',
  })),
  ...featureSets.map((features): Expectation => ({
    what: `LDA less naive Bayes, ${features}`,
    unit: 'points',
    digits: 1,
    heldTo: 'order',
  })),
];

export const featureByClassifier: ConformanceRow = {
  id: 23,
  part: 'control',
  fact: 'features by classifiers on a hand',
  conditions: `preset ${hand}, leaving one repetition out; ${decoding}`,
  sample: 'six people',
  expectations,
  source: 'hand-recordings',
  note: 'The plot has all sixteen combinations; of people’s, only those of LDA (row 14) and the range of naive Bayes are at hand.',
  axes: { x: 'features: 1 MAV, 2 HTD, 3 HTD with AR, 4 LS4', y: 'accuracy, %' },
  measure(quick) {
    const people = peopleOf(hand, quick ? 1 : 6).map((scenario) => {
      const recordings = promptedRecordings(scenario, quick ? { repetitions: 2 } : {});
      return classifiers.map((classifier) =>
        featureSets.map((features) => {
          const decoder = { ...scenario.decoder, features: [features], classifier };
          return 100 * trained({ ...scenario, decoder }, recordings).accuracy;
        }),
      );
    });
    const of = (classifier: (typeof classifiers)[number], feature: number): number[] =>
      people.map((person) => person[classifiers.indexOf(classifier)][feature]);
    return {
      found: [
        ...featureSets.map((_, f) => of('gaussian-naive-bayes', f)),
        ...featureSets.map((_, f) =>
          of('lda', f).map((accuracy, p) => accuracy - of('gaussian-naive-bayes', f)[p]),
        ),
      ],
      series: classifiers.map((classifier) =>
        curve(
          classifier,
          featureSets.map((_, f) => f + 1),
          featureSets.map((_, f) => mean(of(classifier, f))),
        ),
      ),
    };
  },
};
