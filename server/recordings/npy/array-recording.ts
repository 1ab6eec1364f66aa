import { StreamError } from '../../../src/ground/signal/errors.js';
import {
  defaultUnitScale,
  type Annotation,
  type ReadOptions,
  type Recording,
  type RecordingInfo,
} from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { arrayBlocks, signalArray } from './array-reader.js';
import type { ArraySource } from './npy.js';

/**
 * An array of samples × channels, or the other way round, as a recording.
 * @param name what errors call it
 * @param known what is known of it beside the array
 */
export function arrayRecording(
  name: string,
  source: ArraySource,
  known: RecordingInfo | undefined,
  annotations: readonly Annotation[],
  options: ReadOptions,
): Recording {
  const array = signalArray(source, name);
  const sampleRateHz = options.sampleRateHz ?? known?.sampleRateHz;
  if (sampleRateHz === undefined || !(sampleRateHz > 0))
    throw new StreamError(`${name}: does not say its sampling rate`, {
      hint: 'Give the sampling rate in Hz, or save it in the archive as "sample_rate_hz".',
    });
  const fits = known?.channelNames.length === array.channels;
  const segments = segmentsOfAnnotations(annotations, array.samples);
  return {
    info: {
      ...known,
      sampleRateHz,
      channelNames:
        known && fits ? known.channelNames : Array.from({ length: array.channels }, (_, c) => `ch${c + 1}`),
      unit: 'V',
    },
    annotations,
    ...(segments.length > 0 && { segments }),
    blocks: () => arrayBlocks(array, sampleRateHz, options.unitScale ?? defaultUnitScale),
  };
}
