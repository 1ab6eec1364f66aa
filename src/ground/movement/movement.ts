import type { DofId, Limb } from './degree-of-freedom.js';

/** Something a person can intend and a prosthesis can do: one or more degrees of freedom, each a direction. */
export interface Movement {
  readonly id: MovementId;
  readonly name: string;
  readonly limb: Limb | 'both';
  /** Velocity direction per degree of freedom; empty for rest. */
  readonly actions: readonly { readonly dof: DofId; readonly direction: 1 | -1 }[];
}

/** Ids are kebab-case `joint-action`; `rest` is the null class. */
export const movementIds = [
  'rest',
  'hand-close',
  'hand-open',
  'wrist-pronation',
  'wrist-supination',
  'wrist-flexion',
  'wrist-extension',
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

export type MovementId = (typeof movementIds)[number];

const move = (id: MovementId, name: string, limb: Limb, dof: DofId, direction: 1 | -1): Movement => ({
  id,
  name,
  limb,
  actions: [{ dof, direction }],
});

/** The vocabulary shared by intent, decoder and prosthesis. */
export const movements: readonly Movement[] = [
  { id: 'rest', name: 'Rest', limb: 'both', actions: [] },
  move('hand-close', 'Hand close', 'arm', 'hand', 1),
  move('hand-open', 'Hand open', 'arm', 'hand', -1),
  move('wrist-pronation', 'Wrist pronation', 'arm', 'wrist-rotation', 1),
  move('wrist-supination', 'Wrist supination', 'arm', 'wrist-rotation', -1),
  move('wrist-flexion', 'Wrist flexion', 'arm', 'wrist-flexion', 1),
  move('wrist-extension', 'Wrist extension', 'arm', 'wrist-flexion', -1),
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

const byName = new Map<string, Movement>();
for (const movement of movements)
  byName.set(movement.id, movement).set(movement.name.toLowerCase(), movement);
// Names that public recordings use for the same things.
for (const [alias, id] of [
  ['no-motion', 'rest'],
  ['no-movement', 'rest'],
  ['close-hand', 'hand-close'],
  ['open-hand', 'hand-open'],
  ['pronation', 'wrist-pronation'],
  ['supination', 'wrist-supination'],
  ['flex-hand', 'wrist-flexion'],
  ['extend-hand', 'wrist-extension'],
  ['pronate', 'wrist-pronation'],
  ['supinate', 'wrist-supination'],
  ['wrist-pronate', 'wrist-pronation'],
  ['wrist-supinate', 'wrist-supination'],
] as const) {
  const movement = byName.get(id);
  if (movement) byName.set(alias, movement);
}

/**
 * The movement that a class name means, or undefined where the vocabulary has none: `hand-close`,
 * `Hand_Close`, `Hand Close` and `No_Motion` are all understood.
 */
export function movementOf(name: string): Movement | undefined {
  const key = name.trim().toLowerCase();
  return byName.get(key) ?? byName.get(key.replace(/[\s_]+/g, '-'));
}

/** Movements of a limb, rest first. */
export function movementsOf(limb: Limb): Movement[] {
  return movements.filter((movement) => movement.limb === limb || movement.limb === 'both');
}
