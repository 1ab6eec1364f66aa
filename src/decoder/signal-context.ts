/** What the decoder is told about the signal. */
export interface SignalContext {
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Volts per number of the file that the signal comes from, where its numbers are not µV. */
  readonly unitVolts?: number;
}
