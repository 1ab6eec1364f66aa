import type { FeatureLabels } from '../classifiers/constant-features.js';
import type { ChannelFaults } from './channel-faults.js';

/**
 * Features of channels without a signal become 0, in place: logarithms of silence are no numbers, and ratios of
 * rounding errors mean nothing.
 * @param x row-major, as many columns as `channelOf` has entries
 * @param channelOf channel of each column, counted from 0; −1 for a column of several
 */
export function leaveOut(x: Float64Array, channelOf: ArrayLike<number>, leftOut: readonly number[]): void {
  if (leftOut.length === 0) return;
  for (let at = 0; at < x.length; at++) if (leftOut.includes(channelOf[at % channelOf.length])) x[at] = 0;
}

/** What features are called in warnings: nothing where their channel has been spoken of. */
export function featureLabels(
  names: readonly string[],
  channelOf: ArrayLike<number>,
  { leftOut, repeated }: Pick<ChannelFaults, 'leftOut' | 'repeated'>,
): FeatureLabels {
  const named = new Set([...leftOut, ...repeated.map(([channel]) => channel)]);
  return names.map((name, column) => (named.has(channelOf[column]) ? undefined : name));
}
