import { map, type OperatorFunction } from 'rxjs';
import { argmax, type Classifier } from '../../decoder/classifiers/classifier.js';
import type { FeatureVector } from './featured.js';

/** What a classifier makes of one feature vector. */
export interface Classification {
  readonly index: number;
  /** Probability of each class, in the order of `classifier.classes`. Owned by the receiver. */
  readonly posterior: Float64Array;
  /** Class with the highest. */
  readonly predicted: number;
}

/** Ask a trained classifier, ours or one's own, about every feature vector. */
export function classified(classifier: Classifier): OperatorFunction<FeatureVector, Classification> {
  return map(({ index, values }) => {
    const posterior = classifier.posterior(values).slice();
    return { index, posterior, predicted: argmax(posterior) };
  });
}
