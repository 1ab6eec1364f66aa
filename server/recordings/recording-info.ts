import type { Truth } from '../../src/body/synthesis/truth.js';
import { artefactFlags } from '../../src/body/synthesis/synthesizer.js';
import type { RecordedSignal } from '../../src/patient/ports.js';
import type { RecordingInfo, RecordingTruth } from './recording.js';

/** What a recording says of the patient or synthesizer it comes from. */
export function recordingInfo({ sampleRateHz, channelNames, muscleNames }: RecordedSignal): RecordingInfo {
  return {
    sampleRateHz,
    channelNames,
    unit: 'V',
    ...(muscleNames && { muscleNames, flags: artefactFlags }),
  };
}

/** Truth as recordings keep it: discharges at absolute sample indices. */
export function recordingTruth(truth: Truth): RecordingTruth {
  const discharges = Float64Array.from(truth.discharges);
  for (let d = 2; d < discharges.length; d += 3) discharges[d] += truth.index;
  return { ...truth, discharges };
}
