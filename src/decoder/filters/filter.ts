import type { Stage } from './stage.js';

/**
 * A filter of one's own, a stage of a {@link FilterChain} beside ours.
 *
 * @example
 * // Difference of neighbouring channels.
 * const difference: Filter = {
 *   name: 'difference',
 *   create: (sampleRateHz, channels) => ({
 *     run(data, length) {
 *       for (let at = 0; at < (channels - 1) * length; at++) data[at] -= data[at + length];
 *     },
 *     reset() {},
 *     groupDelaySamples: () => 0,
 *   }),
 * };
 */
export interface Filter {
  /** Name by which a saved decoder asks for it. */
  readonly name: string;
  /** The stage for one stream, at rest. It must be causal, and give the same bits however the stream is cut. */
  create(sampleRateHz: number, channels: number): Stage;
}
