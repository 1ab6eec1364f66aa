import type { Place } from './carried-hand.js';
import type { Thing, WorldScore } from './world-view.js';

/** What is done with things on a table: which one is next, where it goes, and what counts. */
export interface TableGame {
  /** What is on the table. */
  readonly things: readonly Thing[];
  /** The one to be taken now. */
  readonly next: Thing;
  readonly goalXMm: number;
  readonly partition: { readonly xMm: number; readonly heightMm: number } | null;
  /** Where the hand comes to the thing from, and goes back to: to the side of it, or above. */
  before(place: Place): Place;
  /** How far the thing is lifted to be carried, mm. */
  readonly liftMm: number;
  /** Whether the hand comes home between one thing and the next. */
  readonly homewards: boolean;
  /** Time passes. */
  pass(dtSeconds: number, score: WorldScore): void;
  /** Whether it is over for now: the hand goes home and waits. */
  readonly pausing: boolean;
  /** A thing has come to rest, out of the hand. Whoever can take it no more puts another one. */
  settled(thing: Thing, score: WorldScore): void;
}
