import { UV } from '../../ground/signal/units.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { FeatureOptions } from '../features/feature-options.js';
import type { TrainingWindows } from './training-windows.js';

/**
 * How features of a description are taken: the one place where live use and published numbers part.
 *
 * - `rest`: thresholds are multiples of the noise of rest, and features see the signal in units of its typical standard
 *   deviation, spectra without offset.
 * - `libemg`: as LibEMG counts, without thresholds; features see the numbers of the file.
 * - `fixed`: crossings count above one amplitude; features see the numbers of the file.
 *
 * @param unitVolts volts per number of the file
 */
export function featureOptionsFor(
  { thresholds, thresholdUv, thresholdRestMultiple, wampRestMultiple }: DecoderSpec,
  { restNoise, typicalSd }: Pick<TrainingWindows, 'restNoise' | 'typicalSd'>,
  unitVolts = UV,
): FeatureOptions {
  if (thresholds === 'libemg') return { gain: 1 / unitVolts, counts: 'libemg' };
  const amplitude = thresholdUv * UV;
  if (thresholds === 'fixed')
    return { gain: 1 / unitVolts, thresholds: { ZC: amplitude, SSC: amplitude, WAMP: amplitude } };
  return {
    gain: typicalSd > 0 ? 1 / typicalSd : 1,
    spectrumOffset: 'remove',
    restNoise,
    noiseMultiple: { ZC: thresholdRestMultiple, SSC: thresholdRestMultiple, WAMP: wampRestMultiple },
  };
}
