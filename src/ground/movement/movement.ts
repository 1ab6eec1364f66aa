import type { DofId, Limb } from './degree-of-freedom.js';
import type { GripName } from './grip-names.js';

/** Something a person can intend and a prosthesis can do: one or more degrees of freedom, each a direction. */
export interface Movement {
  readonly id: MovementId;
  readonly name: string;
  readonly limb: Limb | 'both';
  /** Velocity direction per degree of freedom; empty for rest. */
  readonly actions: readonly { readonly dof: DofId; readonly direction: 1 | -1 }[];
  /** Grip the hand takes in it; absent where it leaves that to the prosthesis. */
  readonly grip?: GripName;
}

/** Ids are kebab-case `joint-action`, or the name of a grip; `rest` is the null class. */
export const movementIds = [
  'rest',
  'hand-close',
  'hand-open',
  'chuck-grip',
  'chuck-open',
  'key-grip',
  'key-open',
  'fine-pinch',
  'pinch-open',
  'point',
  'point-open',
  'wrist-pronation',
  'wrist-supination',
  'wrist-flexion',
  'wrist-extension',
  'radial-deviation',
  'ulnar-deviation',
  'elbow-flexion',
  'elbow-extension',
  'knee-flexion',
  'knee-extension',
  'ankle-dorsiflexion',
  'ankle-plantarflexion',
  'tibial-internal-rotation',
  'tibial-external-rotation',
  'femoral-internal-rotation',
  'femoral-external-rotation',
] as const;

/** Id of a movement that all scenarios know. */
type CommonId = (typeof movementIds)[number];

/** Id of a movement: one of {@link movementIds}, or of a scenario's own. */
export type MovementId = string;

const move = (id: CommonId, name: string, limb: Limb, dof: DofId, direction: 1 | -1): Movement => ({
  id,
  name,
  limb,
  actions: [{ dof, direction }],
});

const gripped = (id: CommonId, name: string, grip: GripName, direction: 1 | -1): Movement => ({
  ...move(id, name, 'arm', 'hand', direction),
  grip,
});

/** The vocabulary shared by intent, decoder and prosthesis. */
export const movements: readonly Movement[] = [
  { id: 'rest', name: 'Rest', limb: 'both', actions: [] },
  move('hand-close', 'Hand close', 'arm', 'hand', 1),
  move('hand-open', 'Hand open', 'arm', 'hand', -1),
  gripped('chuck-grip', 'Chuck grip', 'tripod', 1),
  gripped('chuck-open', 'Chuck open', 'tripod', -1),
  gripped('key-grip', 'Key grip', 'lateral', 1),
  gripped('key-open', 'Key open', 'lateral', -1),
  gripped('fine-pinch', 'Fine pinch', 'pinch', 1),
  gripped('pinch-open', 'Pinch open', 'pinch', -1),
  gripped('point', 'Point', 'point', 1),
  gripped('point-open', 'Point open', 'point', -1),
  move('wrist-pronation', 'Wrist pronation', 'arm', 'wrist-rotation', 1),
  move('wrist-supination', 'Wrist supination', 'arm', 'wrist-rotation', -1),
  move('wrist-flexion', 'Wrist flexion', 'arm', 'wrist-flexion', 1),
  move('wrist-extension', 'Wrist extension', 'arm', 'wrist-flexion', -1),
  move('radial-deviation', 'Radial deviation', 'arm', 'wrist-deviation', 1),
  move('ulnar-deviation', 'Ulnar deviation', 'arm', 'wrist-deviation', -1),
  move('elbow-flexion', 'Elbow flexion', 'arm', 'elbow', 1),
  move('elbow-extension', 'Elbow extension', 'arm', 'elbow', -1),
  move('knee-flexion', 'Knee flexion', 'leg', 'knee', 1),
  move('knee-extension', 'Knee extension', 'leg', 'knee', -1),
  move('ankle-dorsiflexion', 'Ankle dorsiflexion', 'leg', 'ankle', 1),
  move('ankle-plantarflexion', 'Ankle plantarflexion', 'leg', 'ankle', -1),
  move('tibial-internal-rotation', 'Tibial internal rotation', 'leg', 'tibial-rotation', 1),
  move('tibial-external-rotation', 'Tibial external rotation', 'leg', 'tibial-rotation', -1),
  move('femoral-internal-rotation', 'Femoral internal rotation', 'leg', 'femoral-rotation', 1),
  move('femoral-external-rotation', 'Femoral external rotation', 'leg', 'femoral-rotation', -1),
];

/** Names that public recordings use for the same things, as ids are written; those of BioPatRec are of its movement files. */
const aliases: Readonly<Partial<Record<CommonId, readonly string[]>>> = {
  rest: ['no-motion', 'no-movement', 'neutral', 'hand-rest'],
  'hand-close': ['close-hand', 'power-grip', 'power', 'fist'],
  'hand-open': ['open-hand'],
  'chuck-grip': ['chuck', 'tripod', 'tripod-grip', 'tripod-pinch', 'three-finger-pinch'],
  'key-grip': ['key', 'key-pinch', 'lateral', 'lateral-grip', 'lateral-pinch', 'side-grip'],
  'fine-pinch': ['pinch', 'pinch-grip', 'two-finger-pinch', 'fine-grip'],
  'pinch-open': ['fine-pinch-open'],
  point: ['pointing', 'pointer', 'index-point'],
  'wrist-pronation': ['pronation', 'pronate', 'wrist-pronate'],
  'wrist-supination': ['supination', 'supinate', 'wrist-supinate'],
  'wrist-flexion': ['flex-hand', 'wrist-flex'],
  'wrist-extension': ['extend-hand', 'ext-hand', 'wrist-extend'],
  'radial-deviation': ['radial', 'wrist-radial-deviation', 'wrist-abduction'],
  'ulnar-deviation': ['ulnar', 'wrist-ulnar-deviation', 'wrist-adduction'],
  'elbow-flexion': ['flex-elbow', 'elbow-flex'],
  'elbow-extension': ['extend-elbow', 'ext-elbow', 'elbow-extend'],
  'knee-flexion': ['flex-knee', 'knee-flex'],
  'knee-extension': ['extend-knee', 'knee-ext', 'knee-extend'],
  'ankle-dorsiflexion': ['ankle-dorsiflex', 'dorsiflexion'],
  'ankle-plantarflexion': ['ankle-plantarflex', 'plantarflexion'],
  'tibial-internal-rotation': ['tibial-rotation-in', 'tibia-rotin'],
  'tibial-external-rotation': ['tibial-rotation-out', 'tibia-rotout'],
  'femoral-internal-rotation': ['femoral-rotation-in', 'femur-rotin'],
  'femoral-external-rotation': ['femoral-rotation-out', 'femur-rotout'],
};

const byName = new Map(movements.flatMap((movement) => namesOf(movement).map((name) => [name, movement])));

function namesOf({ id, name }: Movement): string[] {
  const further = Object.entries(aliases).find(([known]) => known === id)?.[1] ?? [];
  return [id, name.toLowerCase(), ...further];
}

/**
 * The movement that a class name means, or undefined where the vocabulary has none: `hand-close`,
 * `Hand_Close`, `Hand Close` and `No_Motion` are all understood. A scenario's own movements are known to its `Vocabulary`.
 */
export function movementOf(name: string): Movement | undefined {
  const key = name.trim().toLowerCase();
  return byName.get(key) ?? byName.get(key.replace(/[\s_]+/g, '-'));
}

/** Movements of a limb, rest first. */
export function movementsOf(limb: Limb): Movement[] {
  return movements.filter((movement) => movement.limb === limb || movement.limb === 'both');
}
