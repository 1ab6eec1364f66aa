import { channelFaults, type LookedAt } from '../decoder/training/channel-faults.js';

/**
 * What is wrong with the channels of recordings that a decoder trained before is played, as sentences: it leaves out
 * nothing of what it is given, so that a dead channel changes its decisions.
 * @param channelNames what people call the channels
 */
export function playedFaults(recordings: readonly LookedAt[], channelNames: readonly string[]): string[] {
  const { warnings } = channelFaults(
    recordings,
    channelNames,
    'the decoder, trained before, reads it as it is',
  );
  return warnings.map((warning) => `in the recordings played, ${warning}`);
}
