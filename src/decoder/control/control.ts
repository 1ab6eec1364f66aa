import type { Movement } from '../../ground/movement/movement.js';
import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import type { FeatureLabels } from '../classifiers/constant-features.js';
import { ModelError } from '../../ground/signal/errors.js';
import type { Classification, Estimate } from '../classification.js';
import type { Decision } from '../decision.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { FeatureVector } from '../feature-vector.js';
import type { LabelledFeatures } from '../training/labelled-features.js';

/** What the steps of a control decide; stamp, name and latency are added to it. */
export type SteadyDecision = Omit<Decision, 'index' | 'windowIndex' | 'label' | 'decided' | 'latencyMs'>;

/** From estimates to steady decisions, for one stream: remembers what it decided. */
export interface SteadyingSteps {
  push(estimate: Pick<Classification, 'posterior' | 'predicted' | 'outputs' | 'amplitudes'>): SteadyDecision;
  /** Forget past decisions. */
  reset(): void;
}

/** Training data of a control. */
export interface ControlTraining {
  readonly table: LabelledFeatures;
  /** Rows × channels. */
  readonly amplitudes: Float64Array;
  readonly channels: number;
  /** What labels mean. */
  readonly vocabulary: Vocabulary;
  /** What features are called in warnings. */
  readonly featureLabels?: FeatureLabels;
}

/**
 * Turns feature vectors into decisions: by classes, by regression, or by two sites. A control is what was learned
 * and remembers nothing of a stream; the steps it makes do.
 */
export interface Control {
  readonly kind: DecoderSpec['control'];
  readonly classes: readonly string[];
  /** Names of the entries of `Decision.steps`. */
  readonly stepNames: readonly string[];
  readonly warnings: readonly string[];
  /**
   * What the model makes of one feature vector.
   * @param posterior of an outside model, which stands in for the own one where control is by classes
   */
  estimate(vector: Pick<FeatureVector, 'values' | 'amplitudes'>, posterior?: Float64Array): Estimate;
  /** Steps for a new stream, at rest. They follow what {@link Control.tune} changes. */
  steps(): SteadyingSteps;
  /** Delay of the smoothing steps in milliseconds. */
  smoothingMs(): number;
  /** Adopt smoothing and speed options; what needs training is not changed. */
  tune(spec: DecoderSpec): void;
  toJSON(): unknown;
}

/** Sum over channels for each row of a rows × channels array. */
export function rowSums(amplitudes: Float64Array, channels: number): Float64Array {
  const sums = new Float64Array(amplitudes.length / channels);
  for (let at = 0; at < amplitudes.length; at++) sums[Math.floor(at / channels)] += amplitudes[at];
  return sums;
}

/** Sum of a vector. */
export function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

/**
 * The movement a label names.
 * @throws ModelError where the vocabulary has none
 */
export function requireMovement(label: string, vocabulary: Vocabulary, purpose: string): Movement {
  const movement = vocabulary.of(label);
  if (movement) return movement;
  throw new ModelError(`${purpose}: got class ${label}, expected the name of a movement such as hand-close`, {
    hint: 'Rename the classes of the recording, name them in the scenario’s movements, or use control by classification.',
  });
}
