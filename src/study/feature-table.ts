import { from } from 'rxjs';
import type { FeatureLabels } from '../decoder/classifiers/constant-features.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { featuresOf, filtersOf } from '../decoder/decoder-parts.js';
import type { Extensions } from '../decoder/extensions.js';
import { featureColumns, type FeatureColumns } from '../decoder/features/feature-columns.js';
import { columnChannels, featureNames } from '../decoder/features/feature-names.js';
import { filterDelayMs, latencyOf } from '../decoder/latency.js';
import { featureOptionsFor } from '../decoder/training/feature-options-for.js';
import { featureLabels, leaveOut } from '../decoder/training/left-out.js';
import { trainingWindows, type TrainingWindows } from '../decoder/training/training-windows.js';
import type { Window } from '../decoder/window.js';
import { featured } from '../pipeline/operators/featured.js';
import { valuesAtOnce } from '../pipeline/values-at-once.js';
import type { StudyData, StudySegment } from './study-data.js';

/** Feature vectors of every window, with where each came from. */
export interface FeatureTable {
  readonly names: readonly string[];
  /** Which columns each feature fills. */
  readonly features: readonly FeatureColumns[];
  /** What features are called in warnings; undefined for those whose channel has been spoken of. */
  readonly featureLabels: FeatureLabels;
  readonly x: readonly Float64Array[];
  readonly windows: readonly Window[];
  /** Mean absolute value, windows × channels. */
  readonly amplitudes: Float64Array;
  readonly segments: readonly StudySegment[];
  /** Half a window, filters and one step: the delay of a decision, in milliseconds. */
  readonly latencyMs: number;
  readonly warnings: readonly string[];
  /** What was found in the signal that features are counted by: thresholds, gain, channels that are left out. */
  readonly footing: Footing;
}

/** What features are counted by, as a decoder learns it from its calibration and keeps it. */
export type Footing = Pick<TrainingWindows, 'restNoise' | 'typicalSd' | 'faults'>;

/**
 * Filter recordings, cut them into windows and take features, counted as the description says.
 * @param extensions features and filters of one's own
 * @param known footing of what a decoder learned from, so that nothing of these recordings has a part in it; default
 * their own
 * @throws ModelError where no recording is as long as a window; ConfigError for unknown features
 */
export function featureTable(
  data: StudyData,
  spec: DecoderSpec,
  extensions: Extensions = {},
  known?: Footing,
): FeatureTable {
  const { sampleRateHz, channelNames, segments } = data;
  const recordings = segments.map(({ label, signal }, s) => ({ label, repetition: s, signal }));
  const cut = trainingWindows(spec, recordings, data, extensions);
  const features = featuresOf(spec, extensions);
  const footing: Footing = known ?? cut;
  const options = featureOptionsFor(spec, footing, data.unitVolts);
  const names = featureNames(features, channelNames, { ...options, sampleRateHz });
  const channelOf = columnChannels(features, channelNames.length, { ...options, sampleRateHz });
  const filters = filtersOf(spec, sampleRateHz, extensions);
  return {
    names,
    features: featureColumns(features, channelNames, { ...options, sampleRateHz }),
    x: valuesAtOnce(from(cut.windows).pipe(featured(features, options))).map(({ raw }) => {
      leaveOut(raw, channelOf, footing.faults.leftOut);
      return raw;
    }),
    featureLabels: featureLabels(names, channelOf, footing.faults),
    windows: cut.windows,
    amplitudes: cut.amplitudes,
    segments: cut.repetitions.flatMap((s) => segments[s] ?? []),
    latencyMs: latencyOf(spec, filterDelayMs(filters, sampleRateHz, channelNames.length)).totalMs,
    warnings: cut.warnings,
    footing: { restNoise: footing.restNoise, typicalSd: footing.typicalSd, faults: footing.faults },
  };
}
