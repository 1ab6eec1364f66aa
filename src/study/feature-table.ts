import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { FeatureExtractor } from '../decoder/features/extract-features.js';
import { filterDelayMs, latencyOf } from '../decoder/latency.js';
import { trainingWindows } from '../decoder/training/training-windows.js';
import type { Window } from '../decoder/window.js';
import type { StudyData, StudySegment } from './study-data.js';

/** Feature vectors of every window, with where each came from. */
export interface FeatureTable {
  readonly names: readonly string[];
  readonly x: readonly Float64Array[];
  readonly windows: readonly Window[];
  readonly segments: readonly StudySegment[];
  /** Delay of a decision without smoothing, in milliseconds. */
  readonly latencyMs: number;
  readonly warnings: readonly string[];
}

/**
 * Filter recordings, cut them into windows and take features.
 * @param restThresholds count crossings only above the noise of rest, as the decoder does; without, any crossing
 * counts, as in LibEMG
 * @throws ModelError where no recording is as long as a window; ConfigError for unknown features
 */
export function featureTable(
  data: StudyData,
  spec: DecoderSpec,
  { restThresholds }: { readonly restThresholds: boolean },
): FeatureTable {
  const { sampleRateHz, channelNames, segments } = data;
  const recordings = segments.map(({ label, signal }, s) => ({ label, repetition: s, signal }));
  const cut = trainingWindows(spec, recordings, data);
  const multiple = spec.thresholdRestMultiple;
  const options = {
    gain: cut.typicalRms > 0 ? 1 / cut.typicalRms : 1,
    restNoise: cut.restNoise,
    noiseMultiple: { ZC: multiple, SSC: multiple, WAMP: 3 * multiple },
  };
  const length = cut.windows[0]?.length ?? 0;
  const extractor = new FeatureExtractor(spec.features, {
    channels: channelNames,
    length,
    sampleRateHz,
    ...(restThresholds && { options }),
  });
  return {
    names: extractor.names,
    x: cut.windows.map((window) => {
      const row = new Float64Array(extractor.size);
      extractor.extract(window, row);
      return row;
    }),
    windows: cut.windows,
    segments: cut.repetitions.flatMap((s) => segments[s] ?? []),
    latencyMs: latencyOf(spec, filterDelayMs(spec.filters, sampleRateHz)).totalMs,
    warnings: cut.warnings,
  };
}
