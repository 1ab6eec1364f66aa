import type { OwnMovement } from '../../ground/movement/own-movements.js';
import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import { commonVocabulary, type Vocabulary } from '../../ground/movement/vocabulary.js';
import { ModelError } from '../../ground/signal/errors.js';
import type { ControlTraining } from '../control/control.js';
import { trainControl } from '../control/train-control.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { featuresOf, type DecoderParts } from '../decoder-parts.js';
import { unusedParts, type Extensions } from '../extensions.js';
import { amplitudeRows } from '../features/amplitude-rows.js';
import { columnChannels } from '../features/feature-names.js';
import type { FeatureExtractor } from '../features/feature-extractor.js';
import { WindowObserver } from '../window-observer.js';
import { featureOptionsFor } from './feature-options-for.js';
import { marksOf } from './fingerprint.js';
import { featureLabels, leaveOut } from './left-out.js';
import { learnedPatterns } from './learned-patterns.js';
import { Standardizer } from './standardizer.js';
import { reportOf, type TrainingReport } from './training-report.js';
import { allAmplitudes } from './window-amplitudes.js';
import { trainingWindows, type TrainingRecording, type TrainingWindows } from './training-windows.js';
import type { SignalContext } from '../signal-context.js';

/** The signal, and parts of one's own beside those of the description. */
export interface TrainingContext extends SignalContext {
  readonly extensions?: Extensions;
  /** Movements of one's own that labels may name, as a scenario has them. */
  readonly movements?: readonly OwnMovement[];
}

/**
 * Learn from labelled raw recordings: filter, cut into windows, take features with thresholds from the noise of
 * rest, standardise (unless features stay raw), fit; then measure on repetitions that were left out.
 * @throws ModelError on too little data, on one class only, or on a signal that does not fit the context
 */
export function trainDecoder(
  spec: DecoderSpec,
  recordings: readonly TrainingRecording[],
  { sampleRateHz, channelNames, extensions = {}, movements = [], unitVolts }: TrainingContext,
): { parts: DecoderParts; report: TrainingReport } {
  const signal = {
    sampleRateHz,
    channelNames: [...channelNames],
    ...(unitVolts !== undefined && { unitVolts }),
  };
  const cut = trainingWindows(spec, recordings, signal, extensions);
  const featureOptions = featureOptionsFor(spec, cut, unitVolts);
  const { extractor } = new WindowObserver({
    signal,
    windowMs: spec.windowMs,
    features: featuresOf(spec, extensions),
    options: featureOptions,
  });
  const channelOf = columnChannels(featuresOf(spec, extensions), channelNames.length, {
    ...featureOptions,
    sampleRateHz,
  });
  const raw = extractAll(extractor, cut);
  leaveOut(raw, channelOf, cut.faults.leftOut);
  const standardizer = Standardizer.of(...finiteOnly(raw, cut.windows.length), !spec.standardize);
  const { amplitudes, amplitudeKinds, faults } = cut;
  const training = {
    ...trainingOf(cut, raw, standardizer, amplitudes, vocabularyOf({ movements })),
    featureLabels: featureLabels(extractor.names, channelOf, faults),
  };
  const control = trainControl(spec, training, extensions);
  const warnings = [...cut.warnings, ...control.warnings, ...unusedParts(spec.control, extensions)];
  const columns = amplitudeRows(extractor.names, channelNames);
  const report = {
    ...reportOf(spec, { ...training, windows: cut.windows }, extensions, warnings),
    patterns: learnedPatterns(training.table, columns),
  };
  const counts = Object.fromEntries(report.quality.map(({ label, windows }) => [label, windows]));
  const marks = recordings.flatMap((recording) => marksOf(recording.signal));
  return {
    parts: { spec, signal, extensions, featureOptions, amplitudeKinds, standardizer, control, counts, marks },
    report,
  };
}

/** Further recordings as a control learns them, with the thresholds and the standardisation there are. */
export function furtherTraining(
  { spec, signal, extensions, amplitudeKinds, standardizer }: DecoderParts,
  extractor: FeatureExtractor,
  recordings: readonly TrainingRecording[],
): ControlTraining {
  const cut = trainingWindows(spec, recordings, signal, extensions);
  return trainingOf(
    cut,
    extractAll(extractor, cut),
    standardizer,
    allAmplitudes(cut.windows, amplitudeKinds),
    commonVocabulary,
  );
}

function extractAll(extractor: FeatureExtractor, { windows }: TrainingWindows): Float64Array {
  const raw = new Float64Array(windows.length * extractor.size);
  windows.forEach((window, w) => {
    extractor.extract(window, raw.subarray(w * extractor.size, (w + 1) * extractor.size));
  });
  return raw;
}

/** Rows of which every value is finite (all rows where there is none), with the dimensions. */
function finiteOnly(raw: Float64Array, rows: number): [x: Float64Array, rows: number, columns: number] {
  const columns = raw.length / rows;
  const kept: number[] = [];
  for (let r = 0; r < rows; r++)
    if (raw.subarray(r * columns, (r + 1) * columns).every((value) => value - value === 0)) kept.push(r);
  if (kept.length === rows) return [raw, rows, columns];
  if (kept.length === 0)
    throw new ModelError('decoder: got no window of which every feature is finite', {
      hint: 'A channel may be silent: leave it out, or leave out logarithmic features.',
    });
  const x = new Float64Array(kept.length * columns);
  kept.forEach((r, n) => x.set(raw.subarray(r * columns, (r + 1) * columns), n * columns));
  return [x, kept.length, columns];
}

function trainingOf(
  { labels, repetitions, amplitudeKinds }: TrainingWindows,
  raw: Float64Array,
  standardizer: Standardizer,
  amplitudes: Float64Array,
  vocabulary: Vocabulary,
): ControlTraining {
  const rows = labels.length;
  const table = { rows, columns: raw.length / rows, x: standardizer.applied(raw), labels, repetitions };
  return { table, amplitudes, channels: amplitudeKinds.length, vocabulary };
}
