import type { MyodesisError } from '../ground/signal/errors.js';

/** What an outside model is given of each window. */
export const sampleKinds = ['features', 'raw-features', 'window'] as const;
/**
 * `features`: standardised as our own models see them · `raw-features`: as extracted · `window`: the filtered
 * samples in µV, one list per channel.
 */
export type SampleKind = (typeof sampleKinds)[number];

/** One window as an outside model sees it: a vector, or a list per channel. */
export type Sample = readonly number[] | readonly (readonly number[])[];

/** What an outside model is told of the work before it starts. */
export interface ClassifierTask {
  /** Names of the classes, in the order of the posterior. */
  readonly classes: readonly string[];
  /** Names of the features, `channel.feature`, in the order of the vector. */
  readonly features: readonly string[];
  readonly channels: readonly string[];
  readonly sampleRateHz: number;
  readonly windowMs: number;
  readonly stepMs: number;
}

/** Labelled samples to learn from. */
export interface TrainingSamples {
  readonly x: readonly Sample[];
  readonly labels: readonly string[];
}

/** Times from question to answer, in milliseconds; NaN before the first answer. */
export interface LatencySummary {
  readonly answers: number;
  /** Questions that got no answer that could be used: too late, unusable, or nobody there. */
  readonly unanswered: number;
  readonly meanMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/**
 * A model that is not part of this product and answers in its own time: a process, or a runtime. Its posterior
 * stands in for that of the decoder's own model.
 */
export interface OutsideModel {
  readonly name: string;
  readonly kind: SampleKind;
  readonly latency: LatencySummary;
  /** Why it was given up, until it is prepared again; undefined as long as it may answer. */
  readonly failure?: MyodesisError | undefined;
  /**
   * Say what is to be told apart, and wait until the model is ready for it.
   * @param training labelled samples of the kind asked for, for models that learn
   * @throws ModelError where it cannot do this work
   */
  prepare(task: ClassifierTask, training?: (kind: SampleKind) => TrainingSamples): Promise<void>;
  /** Probability of each class, in the order of the task; undefined where there is no usable answer. Never rejects. */
  posterior(sample: Sample): Promise<Float64Array | undefined>;
  /** Let it go: no question is asked afterwards. */
  close(): Promise<void>;
}
