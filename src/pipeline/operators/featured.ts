import { map, type OperatorFunction, pipe } from 'rxjs';
import { FeatureExtractor } from '../../decoder/features/extract-features.js';
import type { FeatureOptions } from '../../decoder/features/feature-options.js';
import type { Window } from '../../decoder/window.js';
import { stateful } from '../stateful.js';

/** Features of one window. */
export interface FeatureVector {
  /** Absolute index of the sample after the window's last. */
  readonly index: number;
  /** Values in the order of `featureNames`. Owned by the receiver. */
  readonly values: Float64Array;
}

/** Turn windows into feature vectors: names or sets, as for `extractFeatures`. */
export function featured(
  features: string | readonly string[],
  options: FeatureOptions = {},
): OperatorFunction<Window, FeatureVector> {
  return pipe(
    stateful(
      (first: Window) => new FeatureExtractor(features, { ...first, options }),
      (extractor, window: Window) => ({ extractor, window }),
    ),
    map(({ extractor, window }) => {
      const values = new Float64Array(extractor.size);
      extractor.extract(window, values);
      return { index: window.index + window.length, values };
    }),
  );
}
