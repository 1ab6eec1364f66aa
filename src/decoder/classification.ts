import type { Stamp } from './stamp.js';

/** What a model makes of one feature vector, before anything steadies it. */
export interface Estimate {
  /** Probability of each class, summing to 1. Direct control, which has none before its thresholds, says rest. */
  readonly posterior: Float64Array;
  /** Class with the highest. */
  readonly predicted: number;
  /** Velocity of each joint where control is by regression, activation of both sites where it is direct. */
  readonly outputs?: Float64Array;
}

/** An estimate with what the steps after it need. The arrays are the receiver's own. */
export interface Classification extends Estimate, Stamp {
  /** Mean absolute value of each channel, in the unit of the signal: speed and onset rest on it. */
  readonly amplitudes: Float64Array;
}
