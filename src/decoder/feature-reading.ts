import type { FeatureOptions } from './features/feature-options.js';
import { resolveOptions } from './features/feature-options.js';
import { columnNames } from './features/feature-names.js';
import { requestFeatures, type FeatureList } from './features/feature-registry.js';
import type { FeatureUnit } from './features/feature.js';
import type { SignalContext } from './signal-context.js';
import type { Standardizer } from './training/standardizer.js';

/** How a decoder's feature is read in its own unit: value × `step` + `zero`. */
export interface FeatureReading {
  /** Null where the feature has none: it is then read as the decoder has it. */
  readonly unit: FeatureUnit | null;
  readonly zero: number;
  readonly step: number;
}

/**
 * How each column of a decoder's features is read: features see the signal times a gain, and are standardised.
 * @returns one for each column, in order
 */
export function featureReadings(
  features: FeatureList,
  { channelNames, sampleRateHz }: SignalContext,
  options: FeatureOptions,
  { mean, scale, raw }: Pick<Standardizer, 'mean' | 'scale' | 'raw'>,
): FeatureReading[] {
  const resolved = resolveOptions(options, channelNames.length);
  const shape = { channels: channelNames.length, length: 0, sampleRateHz, options: resolved };
  const units = requestFeatures(features, resolved).flatMap((request) =>
    columnNames(request, channelNames, shape).map(() => request.feature.unit ?? null),
  );
  const gain = { V: resolved.gain, 'V²': resolved.gain * resolved.gain, Hz: 1, '1': 1 };
  return units.map((unit, column) => {
    if (unit === null) return { unit, zero: 0, step: 1 };
    const by = gain[unit];
    if (raw) return { unit, zero: 0, step: 1 / by };
    // What never changed is shown as 0, wherever it was.
    const step = scale[column] > 0 ? 1 / scale[column] / by : 0;
    return { unit, zero: mean[column] / by, step };
  });
}
