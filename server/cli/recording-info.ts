import type { Truth } from '../../src/body/synthesis/truth.js';
import { artefactFlags, type Synthesizer } from '../../src/body/synthesis/synthesizer.js';
import type { RecordingInfo, RecordingTruth } from '../recordings/recording.js';

/** What a recording says of the synthesizer it comes from. */
export function recordingInfo(synthesizer: Synthesizer): RecordingInfo {
  const { sampleRateHz, channelNames, muscleNames } = synthesizer;
  return { sampleRateHz, channelNames, muscleNames, unit: 'V', flags: artefactFlags };
}

/** Truth as recordings keep it: discharges at absolute sample indices. */
export function recordingTruth(truth: Truth): RecordingTruth {
  const discharges = Float64Array.from(truth.discharges);
  for (let d = 2; d < discharges.length; d += 3) discharges[d] += truth.index;
  return { ...truth, discharges };
}
