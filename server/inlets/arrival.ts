/** A text that came with a row. */
export interface ArrivedMark {
  readonly row: number;
  readonly text: string;
}

/** Samples that came in at once, as whoever understood them says. */
export interface Arrival {
  /** When, in milliseconds of a monotonic clock. */
  readonly atMs: number;
  /** Channels of a row, in order. The same array for as long as they are the same. */
  readonly names: readonly string[];
  readonly rows: number;
  /** Row after row, in the sender's unit; NaN where no number came. */
  readonly values: Float64Array;
  /** Volts per number of each channel, where the sender says. */
  readonly scales?: readonly number[];
  /** Samples per second, where the sender says. */
  readonly sampleRateHz?: number;
  /** The sender's clock at each row, in its own unit; NaN for rows that have no stamp of their own. */
  readonly stamps?: Float64Array;
  /** Seconds per unit of the stamps, where the sender says. */
  readonly stampUnitS?: number;
  /** Number of each row as the sender counts; it may wrap. */
  readonly counters?: Float64Array;
  readonly marks?: readonly ArrivedMark[];
}

/** Told what a feed brings. */
export interface FeedListener {
  arrived(arrival: Arrival): void;
  /** What people should know; the same text counts as the same thing again. */
  note(text: string): void;
  /** The sender has ended the signal. */
  ended(): void;
  failed(error: unknown): void;
}

/** Where samples come in. */
export interface Feed {
  /** For people, such as `UDP 127.0.0.1:12345`. */
  readonly name: string;
  /** Hold up and let go on a sender that can be made to wait, such as a pipe. */
  readonly flow?: { pause(): void; resume(): void };
  close(): Promise<void>;
}

/** What whoever opens a feed says of it. */
export interface Declared {
  /** Samples per second. */
  readonly sampleRateHz?: number;
  /** Volts per number, where the sender does not say. */
  readonly unitVolts?: number;
  /** How many channels come, or which of those that come are taken. */
  readonly channels?: number | readonly string[];
}

/** Begins to listen. @throws InputOutputError where that cannot be done */
export type OpenFeed = (listener: FeedListener, now: () => number) => Promise<Feed>;

/** Names of channels that have none. */
export function numberedNames(count: number): string[] {
  return Array.from({ length: count }, (_, c) => `CH${c + 1}`);
}
