import { channelNames } from '../../src/body/anatomy/channel-names.js';
import { sortedClasses } from '../../src/decoder/classifiers/training-set.js';
import { featureNames } from '../../src/decoder/features/feature-names.js';
import type { ClassifierTask } from '../../src/decoder/outside-model.js';
import type { Scenario } from '../../src/scenario/scenario.js';

/** What a model will be asked once this person is calibrated, so that one that cannot do it is refused before. */
export function expectedTask({ calibration, decoder, electrodes, sampleRateHz }: Scenario): ClassifierTask {
  const channels = channelNames(electrodes);
  return {
    classes: sortedClasses(calibration.movements),
    features: featureNames(decoder.features, channels, { sampleRateHz }),
    channels,
    sampleRateHz,
    windowMs: decoder.windowMs,
    stepMs: decoder.stepMs,
  };
}
