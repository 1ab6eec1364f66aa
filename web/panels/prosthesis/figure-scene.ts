import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import type { Positions } from './ghost.js';
import type { Solid } from './solid.js';
import type { Vec } from './space.js';

/** What the prosthesis does something to, as it was told last. */
export type World = Extract<ServerMessage, { op: 'world' }>;

/** What carries a prosthesis: a stem in the bone, a socket, or a whole limb that only looks on. */
export type Carrier = 'stem' | 'socket' | 'whole';

/** What a figure is made from. */
export interface FigureInput {
  readonly positions: Readonly<Positions>;
  readonly ghost: Readonly<Positions>;
  /** Posture that a test or a task asks for. */
  readonly target?: Readonly<Positions> | undefined;
  /** Absent where there is nothing to do. */
  readonly world?: World | undefined;
  /** Amputated below the elbow. */
  readonly ownElbow: boolean;
  readonly carrier: Carrier;
}

/** A place of the figure that has a name. */
export interface Label {
  readonly id: string;
  readonly at: Vec;
}

/** Everything that is drawn: by SVG, or in three dimensions. */
export interface Figure {
  /** What does not move with the prosthesis: floor, table, chair, trunk; drawn behind all else. */
  readonly back: readonly Solid[];
  readonly solids: readonly Solid[];
  /** The moving part as it is intended, and as a test or a task asks for it. */
  readonly ghost: readonly Solid[];
  readonly target: readonly Solid[];
  /** What must be seen in every size. */
  readonly focus: readonly Vec[];
  /** Where the person's head ends: seen too where there is room for a whole person. */
  readonly head?: Vec;
  /** Share of more room in a tall picture that goes above: to the person's head. */
  readonly above: number;
  /** From where touch is felt, along the limb, to the end of the stem in the bone. */
  readonly nerve: readonly Vec[];
  /** Where the ghost is named. */
  readonly ghostAt: Vec;
  /** Parts of the anchor, for their names. */
  readonly anchor: readonly Label[];
}

/** Height of a picture, px, from which on a whole person has room. */
const WHOLE_PX = 400;

/** What must be seen in a picture of a height. */
export function focusOf({ focus, head }: Figure, heightPx: number): readonly Vec[] {
  return head && heightPx >= WHOLE_PX ? [...focus, head] : focus;
}
