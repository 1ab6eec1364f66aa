import type { SampleBlock } from '../ground/signal/sample-block.js';

/** The signal of a session with what was intended. */
export interface SessionSignal {
  /** Labelled with the movement, or rest where nobody could tell that one is meant. */
  readonly signal: SampleBlock;
  readonly scriptEnd: number;
  readonly onUntil: number;
  readonly offAt: readonly number[];
  readonly offFor: number;
}
