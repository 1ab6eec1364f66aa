import type { Decoder } from '../decoder.js';
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

/** A filtered window as an outside model wants to see it. */
export function sampleOf(decoder: Decoder, window: Window, kind: SampleKind): Sample {
  if (kind === 'window') return microvolts(window);
  decoder.observe(window);
  return Array.from(kind === 'features' ? decoder.features : decoder.rawFeatures);
}

/** Labelled recordings as samples of a kind, cut as the decoder's own training cut them. */
export function trainingSamples(
  decoder: Decoder,
  recordings: readonly TrainingRecording[],
  kind: SampleKind,
): TrainingSamples {
  const { windows, labels } = trainingWindows(decoder.spec, recordings, decoder.signal);
  return { x: windows.map((window) => sampleOf(decoder, window, kind)), labels };
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
