import { movementOf, type Movement } from '../../ground/movement/movement.js';
import { ModelError } from '../../ground/signal/errors.js';
import type { Decision } from '../decision.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { LabelledFeatures } from '../training/labelled-features.js';

/** One window as the controls see it. */
export interface ControlInput {
  /** Absolute index of the sample after the window's last. */
  readonly index: number;
  /** Standardised feature vector. */
  readonly features: Float64Array;
  /** Mean absolute value of each channel. */
  readonly amplitudes: Float64Array;
}

/** What a control decides; the decoder adds the latency. */
export type ControlDecision = Omit<Decision, 'latencyMs'>;

/** Training data of a control. */
export interface ControlTraining {
  readonly table: LabelledFeatures;
  /** Mean absolute values, rows × channels. */
  readonly amplitudes: Float64Array;
  readonly channels: number;
}

/** Turns feature vectors into decisions: by classes, by regression, or by two sites. */
export interface Control {
  readonly kind: DecoderSpec['control'];
  readonly classes: readonly string[];
  /** Names of the entries of `Decision.steps`. */
  readonly stepNames: readonly string[];
  readonly warnings: readonly string[];
  /** @param posterior result of an outside model, to be used in place of the own one */
  decide(input: ControlInput, posterior?: Float64Array): ControlDecision;
  /** Delay of the smoothing steps in milliseconds. */
  smoothingMs(): number;
  /** Adopt smoothing and speed options; what needs training is not changed. */
  tune(spec: DecoderSpec): void;
  reset(): void;
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
export function requireMovement(label: string, purpose: string): Movement {
  const movement = movementOf(label);
  if (movement) return movement;
  throw new ModelError(`${purpose}: got class ${label}, expected the name of a movement such as hand-close`, {
    hint: 'Rename the classes of the recording, or use control by classification.',
  });
}
