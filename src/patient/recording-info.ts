import { artefactFlags } from '../body/synthesis/synthesizer.js';
import type { RecordedSignal } from './ports.js';
import type { RecordingInfo } from '../recording/recording-writer.js';

/** What a recording says of the patient or synthesizer it comes from. */
export function recordingInfo({ sampleRateHz, channelNames, muscleNames }: RecordedSignal): RecordingInfo {
  return {
    sampleRateHz,
    channelNames,
    unit: 'V',
    ...(muscleNames && { muscleNames, flags: artefactFlags }),
  };
}
