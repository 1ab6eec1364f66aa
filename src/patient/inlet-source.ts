import type { Observable } from 'rxjs';
import type { SampleBlock } from '../ground/signal/sample-block.js';

/** What an inlet brings, once it is known. */
export interface InletInfo {
  /** Where it comes from, for people, such as `UDP 127.0.0.1:12345`. */
  readonly name: string;
  /** Samples per second and channel, as stated by whoever opened it, by the sender, or as measured. */
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Unit that its numbers came in, such as `uV`; blocks are in volts. */
  readonly unit: string;
}

/** A text that came with the signal. */
export interface InletMark {
  /** Absolute index of the sample it belongs to. */
  readonly index: number;
  readonly text: string;
}

/** The signal of a real person, as it comes in from elsewhere. */
export interface InletSource {
  readonly info: InletInfo;
  /**
   * Blocks of one rate and number of channels for as long as it lives, for one subscriber. The index jumps over samples
   * that never came. It completes where the sender has ended the signal, and fails with what people are told where it
   * cannot go on.
   */
  readonly blocks$: Observable<SampleBlock>;
  /** What people should know of it, from the moment of subscribing on: what was assumed, repaired, lost. */
  readonly notes$: Observable<string>;
  /** Texts that come along, where the sender sends any. */
  readonly marks$?: Observable<InletMark>;
  /** Stop listening. */
  close(): Promise<void>;
}
