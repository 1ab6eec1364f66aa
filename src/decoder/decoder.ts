import { ModelError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Classification } from './classification.js';
import { checkedRow } from './classifiers/training-set.js';
import { ClassificationControl } from './control/classification-control.js';
import type { Decision } from './decision.js';
import { adoptedSpec, untrainedPaths, type DecoderSpec } from './decoder-fields.js';
import { decoderJSON, readDecoder, type DecoderExpectation, type SavedDecoder } from './decoder-json.js';
import { featuresOf, filtersOf, type DecoderParts } from './decoder-parts.js';
import { Decoding } from './decoding.js';
import type { Extensions } from './extensions.js';
import { featureReadings, type FeatureReading } from './feature-reading.js';
import type { FeatureVector } from './feature-vector.js';
import type { ChainSpec } from './filters/chain-spec.js';
import type { Filter } from './filters/filter.js';
import { type DecoderLatency, filterDelayMs, latencyOf } from './latency.js';
import { isMarked, marksOf } from './training/fingerprint.js';
import { furtherTraining, trainDecoder, type TrainingContext } from './training/train-decoder.js';
import type { TrainingReport } from './training/training-report.js';
import type { TrainingRecording } from './training/training-windows.js';
import type { SignalContext } from './signal-context.js';
import type { Window } from './window.js';
import { WindowObserver } from './window-observer.js';

export type { Decision } from './decision.js';
export type { DecoderLatency } from './latency.js';
export type { TrainingContext } from './training/train-decoder.js';
export type { TrainingReport } from './training/training-report.js';
export type { TrainingRecording } from './training/training-windows.js';
export type { SignalContext } from './signal-context.js';

/**
 * Everything between the filtered window and the decision: features, standardisation, model, smoothing, speed.
 * Trained from labelled recordings; deterministic; serialisable.
 *
 * Its parts can be had one by one: {@link observe} takes features, {@link classify} asks the model, {@link decoding}
 * steadies the decisions of one stream. {@link decide} is all three.
 *
 * @example
 * const { decoder, report } = Decoder.train(spec, recordings, { sampleRateHz: 1000, channelNames });
 * from([signal]).pipe(filtered(decoder), windowed(decoder), decoded(decoder)).subscribe(({ decided }) => …);
 */
export class Decoder {
  readonly signal: SignalContext;
  readonly featureNames: readonly string[];
  /** Names of the entries of `Decision.steps`. */
  readonly stepNames: readonly string[];
  /** Filters that the signal passes before it is cut into windows, as a filter chain takes them. */
  readonly filters: readonly (ChainSpec | Filter)[];
  readonly extensions: Extensions;
  private current: DecoderSpec;
  private readonly learnedFrom: Record<string, number>;
  private readonly marks: Set<number>;
  private readonly observer: WindowObserver;
  private readonly own: Decoding;
  private readonly filterMs: number;

  private constructor(private readonly parts: DecoderParts) {
    const { spec, signal, extensions, featureOptions, amplitudeKinds } = parts;
    const { standardizer, control, counts, marks } = parts;
    const { sampleRateHz, channelNames } = signal;
    this.current = spec;
    this.signal = signal;
    this.extensions = extensions;
    this.learnedFrom = { ...counts };
    this.marks = new Set(marks);
    const features = featuresOf(spec, extensions);
    this.observer = new WindowObserver(
      { signal, windowMs: spec.windowMs, features, options: featureOptions, amplitudeKinds },
      standardizer,
    );
    this.featureNames = this.observer.extractor.names;
    this.stepNames = control.stepNames;
    this.filters = filtersOf(spec, sampleRateHz, extensions);
    this.filterMs = filterDelayMs(this.filters, sampleRateHz, channelNames.length);
    this.own = this.decoding();
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
    const { parts, report } = trainDecoder(spec, recordings, context);
    return { decoder: new Decoder(parts), report };
  }

  /** Class names in the order of the posterior. */
  get classes(): readonly string[] {
    return this.parts.control.classes;
  }

  get spec(): DecoderSpec {
    return this.current;
  }

  /** Windows learned from, by class. */
  get counts(): Readonly<Record<string, number>> {
    return this.learnedFrom;
  }

  /**
   * Whether it learned from any part of a recording: such a recording says nothing of how well it does. One that was
   * filtered, scaled or resampled since is not known again.
   */
  learnedFromAny(signal: SampleBlock): boolean {
    return isMarked(signal, this.marks);
  }

  /** How each feature is read in its own unit, in the order of `featureNames`. */
  get featureReadings(): FeatureReading[] {
    const { spec, extensions, signal, featureOptions, standardizer } = this.parts;
    return featureReadings(featuresOf(spec, extensions), signal, featureOptions, standardizer);
  }

  /** Feature values that were not finite and were replaced by the training mean. */
  get replacedFeatures(): number {
    return this.observer.replaced;
  }

  /**
   * Decide on one filtered window.
   * @throws ModelError when the window does not have the channels, length or rate of training
   */
  decide(window: Window): Decision {
    return this.own.push(this.classify(this.observe(window)));
  }

  /**
   * Features of a filtered window, standardised, and amplitudes.
   * @throws ModelError when the window does not have the channels, length or rate of training
   */
  observe(window: Window): FeatureVector {
    return this.observer.observe(window);
  }

  /**
   * What the model makes of one feature vector.
   * @param posterior of an outside model, which stands in for the own one where control is by classes
   * @throws ModelError when the posterior does not have one finite number per class
   */
  classify(vector: FeatureVector, posterior?: ArrayLike<number>): Classification {
    if (posterior) checkedRow('outside model', posterior, this.classes.length);
    const { index, windowIndex, label, amplitudes } = vector;
    const given = posterior && Float64Array.from(posterior);
    return { index, windowIndex, label, amplitudes, ...this.parts.control.estimate(vector, given) };
  }

  /** From classifications to steady decisions, for a new stream. It follows what {@link update} changes. */
  decoding(): Decoding {
    const { control } = this.parts;
    return new Decoding(
      control.steps(),
      () => control.classes,
      () => this.latency().totalMs,
    );
  }

  /** Delay between muscle and decision. */
  latency(): DecoderLatency {
    return latencyOf(this.current, this.filterMs, this.parts.control.smoothingMs());
  }

  /**
   * Learn additional recordings without the old ones (LDA): thresholds and standardisation stay.
   * @throws ModelError where the model must see all recordings at once
   */
  add(recordings: readonly TrainingRecording[]): void {
    const { control } = this.parts;
    const training = furtherTraining(this.parts, this.observer.extractor, recordings);
    if (!(control instanceof ClassificationControl) || !control.add(training))
      throw new ModelError(`decoder: ${this.modelName} cannot learn additional data on its own`, {
        hint: 'Train again with the old and the new recordings, or use lda.',
      });
    for (const { signal } of recordings) for (const mark of marksOf(signal)) this.marks.add(mark);
    for (const label of training.table.labels) this.learnedFrom[label] = (this.learnedFrom[label] ?? 0) + 1;
  }

  /**
   * Adopt what a changed description allows while running: smoothing, speed, direct thresholds.
   * @returns `decoder` where the rest of the change needs training, otherwise `block`
   */
  update(spec: DecoderSpec): 'block' | 'decoder' {
    const due = untrainedPaths(this.current, spec).length > 0;
    this.current = adoptedSpec(this.current, spec);
    this.parts.control.tune(this.current);
    return due ? 'decoder' : 'block';
  }

  /** Forget the windows that {@link decide} decided on, as at the start of a stream. */
  reset(): void {
    this.observer.replaced = 0;
    this.own.reset();
  }

  /** @throws ModelError where a model of one's own cannot be saved */
  toJSON(): SavedDecoder {
    const { featureNames, classes } = this;
    const marks = [...this.marks];
    return decoderJSON(
      { ...this.parts, spec: this.current, counts: this.counts, marks },
      featureNames,
      classes,
    );
  }

  /**
   * A decoder from its JSON.
   * @param expected what it will be used on (differences are refused with a list of what differs), and the parts
   * of one's own that it was trained with
   * @throws ModelError on damaged content or a mismatch
   */
  static fromJSON(json: unknown, expected: DecoderExpectation = {}): Decoder {
    const { featureNames, ...parts } = readDecoder(json, expected);
    const decoder = new Decoder(parts);
    if (decoder.featureNames.join() !== featureNames.join())
      throw new ModelError(
        `saved decoder: got ${featureNames.length} features (${featureNames[0]} …), ` +
          `expected ${decoder.featureNames.length} (${decoder.featureNames[0]} …)`,
        { hint: 'The features have changed since the decoder was saved; train it again.' },
      );
    return decoder;
  }

  private get modelName(): string {
    const { kind } = this.parts.control;
    return kind === 'classification' ? this.current.classifier : `control by ${kind}`;
  }
}
