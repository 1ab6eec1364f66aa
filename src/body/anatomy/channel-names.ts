import type { ElectrodesSpec } from './electrodes.js';

/** Name of a channel: that of its electrode, or its number from 1 where that has none. */
export function channelName({ name }: { readonly name: string }, channel: number): string {
  return name || `CH${channel + 1}`;
}

/** Names of all channels, in their order. */
export function channelNames({ positions }: Pick<ElectrodesSpec, 'positions'>): string[] {
  return positions.map(channelName);
}
