import type { FeatureShape } from './feature-shape.js';
import { resolveOptions, type FeatureOptions } from './feature-options.js';
import { requestFeatures, type FeatureList, type RequestedFeature } from './feature-registry.js';

/**
 * Names of the columns that extraction gives, in order: `${channel}.${feature}`, such as `ch1.MAV`, `ch1.AR1`,
 * and `ch1-ch2.RMSPHASOR1` for pairs.
 *
 * @param features name of a set or feature, or several
 * @param channels number of channels (named ch1, ch2, …) or their names
 * @param options the number of columns of DFTR and of the wavelet features depends on `sampleRateHz`
 * @throws ConfigError for unknown features or options that cannot be used
 */
export function featureNames(
  features: FeatureList,
  channels: number | readonly string[],
  options: FeatureOptions = {},
): string[] {
  const names =
    typeof channels === 'number' ? Array.from({ length: channels }, (_, c) => `ch${c + 1}`) : channels;
  const resolved = resolveOptions(options, names.length);
  const shape = {
    channels: names.length,
    length: 0,
    sampleRateHz: options.sampleRateHz ?? 1000,
    options: resolved,
  };
  return requestFeatures(features, resolved).flatMap((request) => columnNames(request, names, shape));
}

/**
 * Channel of each of these columns, counted from 0; −1 for those of pairs.
 * @throws ConfigError as {@link featureNames}
 */
export function columnChannels(
  features: FeatureList,
  channels: number,
  options: FeatureOptions = {},
): number[] {
  return featureNames(features, channels, options).map(
    (name) => Number(/^ch(\d+)\./.exec(name)?.[1] ?? 0) - 1,
  );
}

/** Names of one feature's columns. */
export function columnNames(
  { feature, order, label }: RequestedFeature,
  channels: readonly string[],
  shape: FeatureShape,
): string[] {
  if (feature.kind === 'pairs') {
    const pairs = channels.flatMap((a, i) => channels.slice(i + 1).map((b) => `${a}-${b}`));
    return numbers(feature.columnsPerPair).flatMap((k) => pairs.map((pair) => `${pair}.${label}${k}`));
  }
  if (!feature.columns) return channels.map((channel) => `${channel}.${label}`);
  const columns = numbers(feature.columns(shape, order));
  return feature.layout === 'channel'
    ? channels.flatMap((channel) => columns.map((k) => `${channel}.${label}${k}`))
    : columns.flatMap((k) => channels.map((channel) => `${channel}.${label}${k}`));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k + 1);
}
