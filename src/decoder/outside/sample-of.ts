import type { Decoder } from '../decoder.js';
import type { FeatureVector } from '../feature-vector.js';
import { trainingWindows, type TrainingRecording } from '../training/training-windows.js';
import { UV } from '../../ground/signal/units.js';
import type { Window } from '../window.js';
import type { ClassifierTask, Sample, SampleKind, TrainingSamples } from '../outside-model.js';

/** What an outside model is told of the decoder it stands in for. */
export function taskOf({ classes, featureNames, signal, spec }: Decoder): ClassifierTask {
  return {
    classes,
    features: featureNames,
    channels: signal.channelNames,
    sampleRateHz: signal.sampleRateHz,
    windowMs: spec.windowMs,
    stepMs: spec.stepMs,
  };
}

/** A window, of which a decoder took the features, as an outside model wants to see it. */
export function sampleOf({ window, values, raw }: FeatureVector, kind: SampleKind): Sample {
  if (kind === 'window') return microvolts(window);
  return Array.from(kind === 'features' ? values : raw);
}

/** Labelled recordings as samples of a kind, cut as the decoder's own training cut them. */
export function trainingSamples(
  decoder: Decoder,
  recordings: readonly TrainingRecording[],
  kind: SampleKind,
): TrainingSamples {
  const { spec, signal, extensions } = decoder;
  const { windows, labels } = trainingWindows(spec, recordings, signal, extensions);
  return { x: windows.map((window) => sampleOf(decoder.observe(window), kind)), labels };
}

/** One list per channel, in µV to a thousandth. */
export function microvolts({ channels, length, data }: Window): number[][] {
  return Array.from({ length: channels }, (_, c) =>
    Array.from(
      data.subarray(c * length, (c + 1) * length),
      (volts) => Math.round((volts / UV) * 1000) / 1000,
    ),
  );
}
