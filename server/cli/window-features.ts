import { FeatureExtractor } from '../../src/decoder/features/extract-features.js';
import { samplesOf } from '../../src/ground/signal/units.js';

export interface FeatureRequest {
  /** A set such as HTD, or names. */
  readonly features: readonly string[];
  readonly windowMs: number;
  readonly stepMs: number;
  readonly sampleRateHz: number;
}

/** Features of every window of a stretch of signal. */
export interface WindowFeatures {
  readonly names: readonly string[];
  /** One row per window; none where the signal is shorter than a window. */
  readonly rows: Float64Array[];
  /** Samples per window. */
  readonly length: number;
}

/**
 * Cut channels into windows from the first sample on, as LibEMG does, and take features of each.
 * @throws ConfigError for unknown features
 */
export function windowFeatures(
  channels: readonly ArrayLike<number>[],
  channelNames: readonly string[],
  { features, windowMs, stepMs, sampleRateHz }: FeatureRequest,
): WindowFeatures {
  const length = samplesOf(windowMs, sampleRateHz);
  const step = samplesOf(stepMs, sampleRateHz);
  const extractor = new FeatureExtractor(features, { channels: channelNames, length, sampleRateHz });
  const data = new Float64Array(channels.length * length);
  const available = channels[0]?.length ?? 0;
  const rows: Float64Array[] = [];
  for (let index = 0; index + length <= available; index += step) {
    channels.forEach((channel, c) => {
      for (let i = 0; i < length; i++) data[c * length + i] = channel[index + i];
    });
    const row = new Float64Array(extractor.size);
    extractor.extract({ index, data, channels: channels.length, length, sampleRateHz }, row);
    rows.push(row);
  }
  return { names: extractor.names, rows, length };
}
