import type { OwnMovement } from '../ground/movement/own-movements.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';

/** The signal of a session with what was intended. */
export interface SessionSignal {
  /** Labelled with the movement, or rest where nobody could tell that one is meant. */
  readonly signal: SampleBlock;
  /** Movements of the scenario's own, which labels may name. */
  readonly movements: readonly OwnMovement[];
  readonly scriptEnd: number;
  readonly onUntil: number;
  readonly offAt: readonly number[];
  readonly offFor: number;
}
