import { StreamError } from '../../ground/signal/errors.js';
import type { Window } from '../window.js';
import { FeatureExtractor } from './feature-extractor.js';
import type { FeatureOptions } from './feature-options.js';
import type { FeatureList } from './feature-registry.js';

export { FeatureExtractor, type ExtractorShape } from './feature-extractor.js';
export { featureNames } from './feature-names.js';
export { type FeatureOptions, type FeatureThresholds } from './feature-options.js';
export { features, type FeatureList } from './feature-registry.js';
export { featureSets } from './feature-sets.js';
export type { Feature, WindowShape } from './own-feature.js';

/**
 * Features of one window, once. For a stream make a {@link FeatureExtractor}, which allocates nothing per window.
 *
 * @param window a window, or an array of channels
 * @param features name of a set (HTD) or feature (MAV, AR9), or several
 * @param options thresholds, orders, gain, rest noise; `sampleRateHz` where channels are given bare
 * @returns all channels of the first feature, then of the next, as `featureNames` says
 * @throws ConfigError for unknown features or options; StreamError where channels differ in length
 * @example extractFeatures([[1, -1, 2, -2]], ['MAV', 'ZC']) // Float64Array [1.5, 3]
 */
export function extractFeatures(
  window: Window | readonly ArrayLike<number>[],
  features: FeatureList,
  options: FeatureOptions = {},
): Float64Array {
  const whole = 'data' in window ? window : joined(window, options.sampleRateHz ?? 1000);
  const extractor = new FeatureExtractor(features, { ...whole, options });
  const out = new Float64Array(extractor.size);
  extractor.extract(whole, out);
  return out;
}

function joined(rows: readonly ArrayLike<number>[], sampleRateHz: number): Window {
  const length = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * length);
  rows.forEach((row, c) => {
    if (row.length !== length)
      throw new StreamError(
        `window: got channels of ${length} and ${row.length} samples, expected equal lengths`,
        {
          hint: 'Give every channel the same number of samples.',
        },
      );
    data.set(row, c * length);
  });
  return { index: 0, channels: rows.length, length, data, sampleRateHz };
}
