/**
 * One step of a {@link FilterChain}: state for every channel, working in place on channel-major Float64 samples,
 * so that nothing is rounded between steps.
 */
export interface Stage {
  /** Process `length` samples of every channel in place; channel c occupies `[c·length, (c+1)·length)`. */
  run(data: Float64Array, length: number): void;
  /**
   * Back to the state before the first sample. What has a memory takes the next sample as having lasted for ever:
   * electrodes have offsets of tens of millivolts, and one that begins out of nothing rings for a second.
   */
  reset(): void;
  /** Delay at a frequency in Hz, in samples. */
  groupDelaySamples(hz: number): number;
}
