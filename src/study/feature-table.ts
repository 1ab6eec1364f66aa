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
import { trainingWindows } from '../decoder/training/training-windows.js';
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
}

/**
 * Filter recordings, cut them into windows and take features, counted as the description says.
 * @param extensions features and filters of one's own
 * @throws ModelError where no recording is as long as a window; ConfigError for unknown features
 */
export function featureTable(data: StudyData, spec: DecoderSpec, extensions: Extensions = {}): FeatureTable {
  const { sampleRateHz, channelNames, segments } = data;
  const recordings = segments.map(({ label, signal }, s) => ({ label, repetition: s, signal }));
  const cut = trainingWindows(spec, recordings, data, extensions);
  const features = featuresOf(spec, extensions);
  const options = featureOptionsFor(spec, cut, data.unitVolts);
  const names = featureNames(features, channelNames, { ...options, sampleRateHz });
  const channelOf = columnChannels(features, channelNames.length, { ...options, sampleRateHz });
  const filters = filtersOf(spec, sampleRateHz, extensions);
  return {
    names,
    features: featureColumns(features, channelNames, { ...options, sampleRateHz }),
    x: valuesAtOnce(from(cut.windows).pipe(featured(features, options))).map(({ raw }) => {
      leaveOut(raw, channelOf, cut.faults.leftOut);
      return raw;
    }),
    featureLabels: featureLabels(names, channelOf, cut.faults),
    windows: cut.windows,
    amplitudes: cut.amplitudes,
    segments: cut.repetitions.flatMap((s) => segments[s] ?? []),
    latencyMs: latencyOf(spec, filterDelayMs(filters, sampleRateHz, channelNames.length)).totalMs,
    warnings: cut.warnings,
  };
}
