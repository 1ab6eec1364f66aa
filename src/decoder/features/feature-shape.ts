import type { ResolvedOptions } from './feature-options.js';

/** What is known of the windows before the first one arrives. */
export interface FeatureShape {
  readonly channels: number;
  /** Samples per channel. */
  readonly length: number;
  readonly sampleRateHz: number;
  readonly options: ResolvedOptions;
}
