import { placedFeatures } from './feature-layout.js';
import { resolveOptions, type FeatureOptions } from './feature-options.js';
import { requestFeatures, type FeatureList } from './feature-registry.js';

/** The columns of a feature vector that one feature fills, over all channels. */
export interface FeatureColumns {
  readonly name: string;
  readonly columns: readonly number[];
}

/**
 * Which columns each feature of a list fills; sets are taken apart.
 * @param channels names of the channels
 * @throws ConfigError for unknown features or options that cannot be used
 */
export function featureColumns(
  features: FeatureList,
  channels: readonly string[],
  options: FeatureOptions = {},
): FeatureColumns[] {
  const resolved = resolveOptions(options, channels.length);
  const { sampleRateHz = 1000 } = options;
  const shape = { channels: channels.length, length: 0, sampleRateHz, options: resolved };
  return placedFeatures(requestFeatures(features, resolved), channels, shape).map(
    ({ request, at, names }) => ({
      name: request.label,
      columns: names.map((_, n) => at + n),
    }),
  );
}
