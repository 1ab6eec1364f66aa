import type { OperationScene } from '../../../src/scenario/operation-scenes.js';
import type { SceneBody } from './scene-body.js';

/** What the long section shows, each from 0 (absent) to 1. */
export interface DrawnSteps {
  /** The socket around the stump. */
  readonly socket: number;
  /** Nerves numbed. */
  readonly numb: number;
  /** The end of the stump opened. */
  readonly open: number;
  /** Loose tissue at the end of the stump. */
  readonly loose: number;
  /** Knots at the ends of nerves. */
  readonly knots: number;
  /** Muscles drawn down to the end of the bone. */
  readonly drawn: number;
  readonly sutures: number;
  /** The hollow of the bone widened. */
  readonly reamed: number;
  readonly reamer: number;
  /** How far the stem is in. */
  readonly stem: number;
  /** Blows that drive it in. */
  readonly pressing: number;
  /** Bone grown onto the stem. */
  readonly grown: number;
  readonly stoma: number;
  readonly adapter: number;
  readonly scale: number;
  readonly leg: number;
  /** Touches of the ground that run up. */
  readonly pulse: number;
}

/** A drawing: what is shown, and the sizes of the body that is drawn. */
export interface Drawn extends DrawnSteps, SceneBody {}

const nothing: DrawnSteps = {
  socket: 0,
  numb: 0,
  open: 0,
  loose: 0,
  knots: 0,
  drawn: 0,
  sutures: 0,
  reamed: 0,
  reamer: 0,
  stem: 0,
  pressing: 0,
  grown: 0,
  stoma: 0,
  adapter: 0,
  scale: 0,
  leg: 0,
  pulse: 0,
};
const before: DrawnSteps = { ...nothing, socket: 1, loose: 1, knots: 1 };
const anaesthesia: DrawnSteps = { ...before, socket: 0, numb: 1 };
const incision: DrawnSteps = { ...anaesthesia, open: 1 };
const thinning: DrawnSteps = { ...incision, loose: 0 };
const neuromas: DrawnSteps = { ...thinning, knots: 0 };
const myodesis: DrawnSteps = { ...neuromas, drawn: 1, sutures: 1 };
const reaming: DrawnSteps = { ...myodesis, reamed: 1, reamer: 1 };
const stem: DrawnSteps = { ...reaming, reamer: 0, stem: 1, pressing: 1 };
const stoma: DrawnSteps = { ...stem, pressing: 0, open: 0, stoma: 1, adapter: 1 };
const loading: DrawnSteps = { ...stoma, numb: 0, scale: 1, grown: 0.1 };
const steps: DrawnSteps = { ...loading, scale: 0, leg: 1, grown: 0.6 };
const feeling: DrawnSteps = { ...steps, grown: 1, pulse: 1 };

const table: Readonly<Record<OperationScene, DrawnSteps>> = {
  before,
  anaesthesia,
  incision,
  thinning,
  neuromas,
  myodesis,
  reaming,
  stem,
  stoma,
  loading,
  steps,
  feeling,
};

/** The drawing of one scene. */
export function drawnOf(scene: OperationScene, body: SceneBody): Drawn {
  return { ...table[scene], ...body };
}

/**
 * The drawing between two scenes.
 * @param scenes drawings in their order
 * @param position number of a scene from 0; between two of them the drawing goes over from one to the other
 */
export function drawnAt(scenes: readonly Drawn[], position: number): Drawn | undefined {
  const at = Math.min(scenes.length - 1, Math.max(0, position));
  const from = scenes[Math.floor(at)];
  const to = scenes[Math.ceil(at)];
  if (!from || !to) return undefined;
  const share = at - Math.floor(at);
  // Slow at the scenes, so that each stands a moment under the finger.
  return mixed(from, to, share * share * (3 - 2 * share));
}

function mixed(from: Drawn, to: Drawn, share: number): Drawn {
  const values: Drawn = { ...from };
  const target = new Map<string, number>(Object.entries(to));
  return Object.assign(
    values,
    Object.fromEntries(
      Object.entries(from).map(([name, value]: [string, number]) => [
        name,
        value + share * ((target.get(name) ?? value) - value),
      ]),
    ),
  );
}
