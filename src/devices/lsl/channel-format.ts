/** What a channel of a stream may be, with what liblsl's test samples add to the numbers of its channels. */
export const channelFormats = {
  float32: { bytes: 4, testOffset: 0, largest: Infinity },
  double64: { bytes: 8, testOffset: 16_777_217, largest: Infinity },
  int8: { bytes: 1, testOffset: 1, largest: 127 },
  int16: { bytes: 2, testOffset: 257, largest: 32_767 },
  int32: { bytes: 4, testOffset: 65_537, largest: 2_147_483_647 },
  int64: { bytes: 8, testOffset: 2_147_483_649, largest: Infinity },
  /** `bytes` 0: as long as its text. */
  string: { bytes: 0, testOffset: 0, largest: Infinity },
} as const;

/** Name of a format, as `channel_format` has it. */
export type ChannelFormat = keyof typeof channelFormats;
/** Formats of numbers. */
export type NumericFormat = Exclude<ChannelFormat, 'string'>;
export function isChannelFormat(name: string): name is ChannelFormat {
  return Object.hasOwn(channelFormats, name);
}
