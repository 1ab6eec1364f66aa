import type { Stamp } from './stamp.js';
import type { Window } from './window.js';

/** Features of one window: what a model is asked about. The arrays are the receiver's own. */
export interface FeatureVector extends Stamp {
  /** What the model sees: standardised where a decoder took them, otherwise as extracted. */
  readonly values: Float64Array;
  /** As extracted, in the order of the feature names. */
  readonly raw: Float64Array;
  /** Mean absolute value of each channel, in the unit of the signal. */
  readonly amplitudes: Float64Array;
  /** The window they were taken of. */
  readonly window: Window;
}
