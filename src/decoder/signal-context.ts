/** What the decoder is told about the signal. */
export interface SignalContext {
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
}
