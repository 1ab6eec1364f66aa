import { from } from 'rxjs';
import { featureNames } from '../decoder/features/feature-names.js';
import type { FeatureList } from '../decoder/features/feature-registry.js';
import type { Window, WindowerOptions } from '../decoder/window.js';
import { samplesOf } from '../ground/signal/units.js';
import { featured } from '../pipeline/operators/featured.js';
import { valuesAtOnce } from '../pipeline/values-at-once.js';

/** Which features of which windows. */
export interface FeatureRequest extends WindowerOptions {
  /** A set such as HTD, or names. */
  readonly features: FeatureList;
  readonly sampleRateHz: number;
}

/** Features of every window of a stretch of signal. */
export interface WindowFeatures {
  /** `channel.feature` of every column. */
  readonly names: readonly string[];
  /** One row per window; none where the signal is shorter than a window. */
  readonly rows: readonly Float64Array[];
  /** Samples per window. */
  readonly length: number;
}

/**
 * Cut channels into windows from the first sample on and take features of each, counted as LibEMG does. Numbers keep
 * the unit and the full precision of the channels.
 * @throws ConfigError for unknown features
 */
export function windowFeatures(
  channels: readonly ArrayLike<number>[],
  channelNames: readonly string[],
  request: FeatureRequest,
): WindowFeatures {
  const { features, windowMs, sampleRateHz } = request;
  return {
    names: featureNames(features, channelNames, { sampleRateHz }),
    rows: valuesAtOnce(from(windowsOf(channels, request)).pipe(featured(features, { counts: 'libemg' }))).map(
      ({ raw }) => raw,
    ),
    length: samplesOf(windowMs, sampleRateHz),
  };
}

/** Windows in full precision, each valid until the next: blocks of signal would round to single precision. */
function* windowsOf(
  channels: readonly ArrayLike<number>[],
  { windowMs, stepMs, sampleRateHz }: FeatureRequest,
): Generator<Window> {
  const length = samplesOf(windowMs, sampleRateHz);
  const step = samplesOf(stepMs, sampleRateHz);
  const data = new Float64Array(channels.length * length);
  const available = channels[0]?.length ?? 0;
  for (let index = 0; index + length <= available; index += step) {
    channels.forEach((channel, c) => {
      for (let i = 0; i < length; i++) data[c * length + i] = channel[index + i];
    });
    yield { index, data, channels: channels.length, length, sampleRateHz };
  }
}
