import type { ModelReader } from './classifiers/model-reader.js';
import { spectrumOffsets, type FeatureOptions } from './features/feature-options.js';

/**
 * Options of features as a saved decoder has them: counts of LibEMG, fixed thresholds, or multiples of the noise of rest.
 * @throws ModelError where they are damaged
 */
export function readFeatureOptions(reader: ModelReader, channels: number): FeatureOptions {
  const common = {
    gain: reader.number('gain'),
    ...(reader.has('spectrumOffset') && { spectrumOffset: reader.choice('spectrumOffset', spectrumOffsets) }),
  };
  if (reader.has('counts'))
    return { ...common, counts: reader.choice('counts', ['libemg', 'hudgins'] as const) };
  const named = (of: ModelReader) => ({
    ZC: of.number('ZC'),
    SSC: of.number('SSC'),
    WAMP: of.number('WAMP'),
  });
  if (reader.has('thresholds')) return { ...common, thresholds: named(reader.child('thresholds')) };
  return {
    ...common,
    restNoise: Array.from(reader.numbers('restNoise', channels)),
    noiseMultiple: named(reader.child('noiseMultiple')),
  };
}
