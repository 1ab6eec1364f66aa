import { ModelError } from '../ground/signal/errors.js';
import { samplesOf } from '../ground/signal/units.js';
import { createClassifier } from './classifiers/create-classifier.js';
import type { Classifier } from './classifiers/classifier.js';
import { checkedRow } from './classifiers/training-set.js';
import type { Control, ControlTraining } from './control/control.js';
import { ClassificationControl } from './control/classification-control.js';
import { RegressionControl } from './control/regression-control.js';
import type { Decision } from './decision.js';
import type { DecoderSpec } from './decoder-fields.js';
import { readDecoder, type SavedDecoder } from './decoder-json.js';
import { DirectControl } from './direct-control/direct-control.js';
import { FeatureExtractor } from './features/extract-features.js';
import type { FeatureOptions } from './features/feature-options.js';
import { type DecoderLatency, filterDelayMs, latencyOf } from './latency.js';
import { Standardizer } from './training/standardizer.js';
import { needsTraining } from './spec-changes.js';
import { reportOf, type TrainingReport } from './training/training-report.js';
import {
  meanAbsoluteValues,
  trainingWindows,
  type SignalContext,
  type TrainingRecording,
  type TrainingWindows,
} from './training/training-windows.js';
import type { Window } from './window.js';

export type { Decision } from './decision.js';
export type { DecoderLatency } from './latency.js';
export type { TrainingReport } from './training/training-report.js';
export type { SignalContext, TrainingRecording } from './training/training-windows.js';

/** The signal, and a model of one's own in place of the scenario's. */
export interface TrainingContext extends SignalContext {
  /** Makes an untrained classifier; called once per fold and once for the model that is kept. */
  readonly classifier?: () => Classifier;
}

/**
 * Everything between the filtered window and the decision: features, standardisation, model, smoothing, speed.
 * Trained from labelled recordings; deterministic; serialisable.
 *
 * @example
 * const { decoder, report } = Decoder.train(spec, recordings, { sampleRateHz: 1000, channelNames });
 * windower.push(chain.process(block), (window) => console.log(decoder.decide(window).smoothed));
 */
export class Decoder {
  readonly featureNames: readonly string[];
  /** Names of the entries of `Decision.steps`. */
  readonly stepNames: readonly string[];
  /** Feature vector of the last window, as extracted. */
  readonly rawFeatures: Float64Array;
  /** Feature vector of the last window, standardised: what the model sees. */
  readonly features: Float64Array;
  /** Feature values that were not finite and were replaced by the training mean. */
  replacedFeatures = 0;
  private readonly extractor: FeatureExtractor;
  private readonly amplitudes: Float64Array;
  private readonly filterMs: number;

  private constructor(
    private current: DecoderSpec,
    readonly signal: SignalContext,
    private readonly featureOptions: FeatureOptions,
    private readonly standardizer: Standardizer,
    private readonly control: Control,
    /** Windows learned from, by class. */
    readonly counts: Readonly<Record<string, number>>,
  ) {
    this.extractor = createExtractor(current, signal, featureOptions);
    this.featureNames = this.extractor.names;
    this.stepNames = control.stepNames;
    this.rawFeatures = new Float64Array(this.extractor.size);
    this.features = new Float64Array(this.extractor.size);
    this.amplitudes = new Float64Array(signal.channelNames.length);
    this.filterMs = filterDelayMs(current.filters, signal.sampleRateHz);
  }

  /**
   * Learn from labelled raw recordings: filter, cut into windows, take features with thresholds from the
   * noise of rest, standardise, fit; then measure on repetitions that were left out.
   * @throws ModelError on too little data, on one class only, or on a signal that does not fit the context
   */
  static train(
    spec: DecoderSpec,
    recordings: readonly TrainingRecording[],
    context: TrainingContext,
  ): { decoder: Decoder; report: TrainingReport } {
    const { sampleRateHz, channelNames } = context;
    const signal = { sampleRateHz, channelNames: [...channelNames] };
    const cut = trainingWindows(spec, recordings, signal);
    const options = featureOptionsFor(spec, cut);
    const raw = extractAll(createExtractor(spec, signal, options), cut);
    const standardizer = Standardizer.of(...finiteOnly(raw, cut.windows.length));
    const training = trainingOf(cut, raw, standardizer, channelNames.length);
    const create = context.classifier ?? (() => createClassifier(spec.classifier, spec.modelOptions));
    const control = trainControl(spec, training, create);
    const report = reportOf(training, create, [...cut.warnings, ...control.warnings]);
    const counts = Object.fromEntries(report.quality.map(({ label, windows }) => [label, windows]));
    return { decoder: new Decoder(spec, signal, options, standardizer, control, counts), report };
  }

  /** Class names in the order of the posterior. */
  get classes(): readonly string[] {
    return this.control.classes;
  }

  get spec(): DecoderSpec {
    return this.current;
  }

  /**
   * Decide on one filtered window.
   * @throws ModelError when the window does not have the channels, length or rate of training
   */
  decide(window: Window): Decision {
    this.observe(window);
    return this.conclude(window);
  }

  /**
   * As {@link decide}, with the posterior of an outside model (another process, ONNX) in place of the own one.
   * @throws ModelError when the posterior does not have one finite number per class
   */
  decideWith(window: Window, posterior: ArrayLike<number>): Decision {
    checkedRow('outside model', posterior, this.classes.length);
    this.observe(window);
    return this.conclude(window, Float64Array.from(posterior));
  }

  /** Take the features of a window into `rawFeatures` and `features`, without deciding. */
  observe(window: Window): void {
    const { channelNames, sampleRateHz } = this.signal;
    const length = samplesOf(this.current.windowMs, sampleRateHz);
    if (
      window.channels !== channelNames.length ||
      window.length !== length ||
      window.sampleRateHz !== sampleRateHz
    )
      throw new ModelError(
        `decoder: got a window of ${window.channels} channels × ${window.length} samples at ${window.sampleRateHz} Hz, ` +
          `expected ${channelNames.length} × ${length} at ${sampleRateHz} Hz`,
        { hint: 'Use the channels, rate and window length of training, or train again.' },
      );
    this.extractor.extract(window, this.rawFeatures);
    this.features.set(this.rawFeatures);
    this.replacedFeatures += this.standardizer.apply(this.features);
    meanAbsoluteValues(window, this.amplitudes);
  }

  /** Delay between muscle and decision. */
  latency(): DecoderLatency {
    return latencyOf(this.current, this.filterMs, this.control.smoothingMs());
  }

  /**
   * Learn additional recordings without the old ones (LDA): thresholds and standardisation stay.
   * @throws ModelError where the model must see all recordings at once
   */
  add(recordings: readonly TrainingRecording[]): void {
    const cut = trainingWindows(this.current, recordings, this.signal);
    const raw = extractAll(this.extractor, cut);
    const training = trainingOf(cut, raw, this.standardizer, this.signal.channelNames.length);
    if (!(this.control instanceof ClassificationControl) || !this.control.add(training))
      throw new ModelError(`decoder: ${this.modelName} cannot learn additional data on its own`, {
        hint: 'Train again with the old and the new recordings, or use lda.',
      });
    const counts: Record<string, number> = { ...this.counts };
    for (const label of cut.labels) counts[label] = (counts[label] ?? 0) + 1;
    Object.assign(this.counts, counts);
  }

  /**
   * Adopt what a changed description allows while running: smoothing, speed, direct thresholds.
   * @returns `decoder` where the rest of the change needs training, otherwise `block`
   */
  update(spec: DecoderSpec): 'block' | 'decoder' {
    const due = needsTraining(this.current, spec);
    const { smoothing, proportional, direct } = spec;
    this.current = { ...this.current, smoothing, proportional, direct };
    this.control.tune(this.current);
    return due ? 'decoder' : 'block';
  }

  /** Forget past decisions, as at the start of a stream. */
  reset(): void {
    this.replacedFeatures = 0;
    this.control.reset();
  }

  toJSON(): SavedDecoder {
    return {
      format: 'myodesis-decoder',
      version: 1,
      spec: this.current,
      ...this.signal,
      featureNames: this.featureNames,
      featureOptions: this.featureOptions,
      classes: this.classes,
      counts: this.counts,
      standardizer: this.standardizer.toJSON(),
      control: this.control.toJSON(),
    };
  }

  /**
   * A decoder from its JSON.
   * @param expected what it will be used on; differences are refused with a list of what differs
   * @param classifierFromJSON restores a classifier of one's own
   * @throws ModelError on damaged content or a mismatch
   */
  static fromJSON(
    json: unknown,
    expected: Partial<SignalContext> & { spec?: DecoderSpec } = {},
    classifierFromJSON?: (json: unknown) => Classifier,
  ): Decoder {
    const saved = readDecoder(json, expected, classifierFromJSON);
    const { spec, signal, featureOptions, standardizer, control, counts } = saved;
    const decoder = new Decoder(spec, signal, featureOptions, standardizer, control, counts);
    if (decoder.featureNames.join() !== saved.featureNames.join())
      throw new ModelError(
        `saved decoder: got ${saved.featureNames.length} features (${saved.featureNames[0]} …), ` +
          `expected ${decoder.featureNames.length} (${decoder.featureNames[0]} …)`,
        { hint: 'The features have changed since the decoder was saved; train it again.' },
      );
    return decoder;
  }

  private get modelName(): string {
    return this.control.kind === 'classification'
      ? this.current.classifier
      : `control by ${this.control.kind}`;
  }

  private conclude(window: Window, posterior?: Float64Array): Decision {
    const { features, amplitudes } = this;
    const decided = this.control.decide(
      { index: window.index + window.length, features, amplitudes },
      posterior,
    );
    return { ...decided, latencyMs: this.latency().totalMs };
  }
}

function createExtractor(
  spec: DecoderSpec,
  signal: SignalContext,
  options: FeatureOptions,
): FeatureExtractor {
  const { sampleRateHz, channelNames } = signal;
  return new FeatureExtractor(spec.features, {
    channels: channelNames,
    length: samplesOf(spec.windowMs, sampleRateHz),
    sampleRateHz,
    options,
  });
}

/** Features see the signal in units of its typical RMS, and count crossings only above the noise of rest. */
function featureOptionsFor(spec: DecoderSpec, { restNoise, typicalRms }: TrainingWindows): FeatureOptions {
  const multiple = spec.thresholdRestMultiple;
  return {
    gain: typicalRms > 0 ? 1 / typicalRms : 1,
    restNoise,
    noiseMultiple: { ZC: multiple, SSC: multiple, WAMP: 3 * multiple },
  };
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
  { labels, repetitions, amplitudes }: TrainingWindows,
  raw: Float64Array,
  standardizer: Standardizer,
  channels: number,
): ControlTraining {
  const rows = labels.length;
  const table = { rows, columns: raw.length / rows, x: standardizer.applied(raw), labels, repetitions };
  return { table, amplitudes, channels };
}

function trainControl(spec: DecoderSpec, training: ControlTraining, create: () => Classifier): Control {
  if (spec.control === 'regression') return RegressionControl.train(spec, training);
  if (spec.control === 'direct') return DirectControl.train(spec, training);
  return ClassificationControl.train(spec, training, create());
}
