import { from } from 'rxjs';
import { featureNames } from '../decoder/features/feature-names.js';
import type { FeatureOptions } from '../decoder/features/feature-options.js';
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
  /** Thresholds and more, in the unit of the channels (default: counted as LibEMG does). */
  readonly options?: FeatureOptions;
}

/** Features of every window of a stretch of signal. */
export interface WindowFeatures {
  /** `channel.feature` of every column. */
  readonly names: readonly string[];
  /** One row per window; none where the signal is shorter than a window. */
  readonly rows: readonly Float64Array[];
  /** First sample of each window. */
  readonly starts: readonly number[];
  /** Windows that were left out because samples are missing (NaN) in them. */
  readonly incomplete: number;
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
  const { features, windowMs, sampleRateHz, options = { counts: 'libemg' } } = request;
  const starts: number[] = [];
  let incomplete = 0;
  const windows = windowsOf(channels, request, (index, isWhole) => {
    if (isWhole) starts.push(index);
    else incomplete++;
  });
  const rows = valuesAtOnce(from(windows).pipe(featured(features, options))).map(({ raw }) => raw);
  return {
    names: featureNames(features, channelNames, { ...options, sampleRateHz }),
    rows,
    starts,
    incomplete,
    length: samplesOf(windowMs, sampleRateHz),
  };
}

/** Windows in full precision, each valid until the next: blocks of signal would round to single precision. */
function* windowsOf(
  channels: readonly ArrayLike<number>[],
  { windowMs, stepMs, sampleRateHz }: FeatureRequest,
  tell: (index: number, isWhole: boolean) => void,
): Generator<Window> {
  const length = samplesOf(windowMs, sampleRateHz);
  const step = samplesOf(stepMs, sampleRateHz);
  const data = new Float64Array(channels.length * length);
  const available = channels[0]?.length ?? 0;
  for (let index = 0; index + length <= available; index += step) {
    channels.forEach((channel, c) => {
      for (let i = 0; i < length; i++) data[c * length + i] = channel[index + i];
    });
    const isWhole = data.every((value) => value === value);
    tell(index, isWhole);
    if (!isWhole) continue;
    yield { index, data, channels: channels.length, length, sampleRateHz };
  }
}
