import type { ModelReader } from './classifiers/model-reader.js';
import { LARGEST_AMPLITUDE } from './training/window-amplitudes.js';
import { spectrumOffsets, type FeatureOptions } from './features/feature-options.js';

/**
 * Options of features as a saved decoder has them: counts of LibEMG, fixed thresholds, or multiples of the noise of rest.
 * @throws ModelError where they are damaged
 */
export function readFeatureOptions(reader: ModelReader, channels: number): FeatureOptions {
  const common = {
    // One over a typical amplitude, in whatever unit a recording has.
    gain: reader.number('gain', 1e-12, 1e18),
    ...(reader.has('spectrumOffset') && { spectrumOffset: reader.choice('spectrumOffset', spectrumOffsets) }),
  };
  if (reader.has('counts'))
    return { ...common, counts: reader.choice('counts', ['libemg', 'hudgins'] as const) };
  const named = (of: ModelReader, most: number) => ({
    ZC: of.number('ZC', 0, most),
    SSC: of.number('SSC', 0, most),
    WAMP: of.number('WAMP', 0, most),
  });
  if (reader.has('thresholds'))
    return { ...common, thresholds: named(reader.child('thresholds'), LARGEST_AMPLITUDE) };
  return {
    ...common,
    restNoise: Array.from(reader.numbers('restNoise', channels, 0, LARGEST_AMPLITUDE)),
    noiseMultiple: named(reader.child('noiseMultiple'), 1000),
  };
}
