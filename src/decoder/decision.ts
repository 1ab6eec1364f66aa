import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { Stamp } from './stamp.js';

/** What the decoder makes of one window. */
export interface Decision extends Stamp {
  /** Probability of each class by the model alone. */
  readonly posterior: Float64Array;
  /** Posterior after Bayesian fusion. */
  readonly fused: Float64Array;
  /** Class with the highest posterior. */
  readonly predicted: number;
  /** Class after each of `decoder.stepNames`; −1 is rest where no class is rest. */
  readonly steps: Int32Array;
  /** Class after the last step: what the prosthesis obeys. */
  readonly smoothed: number;
  /** Name of that class; `rest` where none is decided. */
  readonly decided: string;
  /** True where the confidence was too low and rest is held instead. */
  readonly rejected: boolean;
  /** Probability of the class decided before rejection, 0 … 1. */
  readonly confidence: number;
  /** Speed of the movement, 0 … 1: proportional, after the velocity ramp. */
  readonly speed: number;
  /** Velocity per joint in [−1, 1], where control is direct or by regression. */
  readonly velocities?: Readonly<Partial<Record<DofId, number>>>;
  /** Delay from the middle of what was decided on to this decision, in milliseconds. */
  readonly latencyMs: number;
}
