import { channelFormats, type ChannelFormat, type NumericFormat } from './channel-format.js';

/** Time stamp of both test samples. */
export const TEST_STAMP = 123_456.789;
/** What each of the two test samples, which come before all data, adds to the numbers of the channels. */
export const testSamples = [4, 2] as const;

/**
 * Number that a test sample has on a channel: `k + offset`, negative on odd channels. Both sides know it, so that a
 * reader finds out whether it reads numbers as they were meant.
 */
export function testNumber(format: NumericFormat, channel: number, sample: number): number {
  const { testOffset, largest } = channelFormats[format];
  const value = (channel + sample + testOffset) % largest;
  return channel % 2 === 0 ? value : -value;
}

/** Text that both test samples have on a channel. */
export function testText(channel: number): string {
  return String(channel % 2 === 0 ? channel + 10 : -(channel + 10));
}

/** Whether a channel of a test sample holds what it must. */
export function isTestValue(
  value: number | string,
  format: ChannelFormat,
  channel: number,
  sample: number,
): boolean {
  return value === (format === 'string' ? testText(channel) : testNumber(format, channel, sample));
}
