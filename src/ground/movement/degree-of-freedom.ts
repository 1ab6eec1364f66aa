/** A joint axis of a prosthesis. Positive is the direction named `positive`. */
export interface DegreeOfFreedom {
  readonly id: DofId;
  readonly name: string;
  readonly limb: Limb;
  /** What a positive command does. */
  readonly positive: string;
  /** What a negative command does. */
  readonly negative: string;
  /** Unit of the joint's position. */
  readonly unit: 'deg' | '%';
}

export type Limb = 'arm' | 'leg';

export const dofIds = [
  'hand',
  'wrist-rotation',
  'wrist-flexion',
  'wrist-deviation',
  'elbow',
  'knee',
  'ankle',
  'tibial-rotation',
  'femoral-rotation',
] as const;
export type DofId = (typeof dofIds)[number];

/** Every degree of freedom the product knows, from distal to proximal in each limb. */
export const degreesOfFreedom: readonly DegreeOfFreedom[] = [
  { id: 'hand', name: 'Hand', limb: 'arm', positive: 'close', negative: 'open', unit: '%' },
  {
    id: 'wrist-rotation',
    name: 'Wrist rotation',
    limb: 'arm',
    positive: 'pronation',
    negative: 'supination',
    unit: 'deg',
  },
  {
    id: 'wrist-flexion',
    name: 'Wrist flexion',
    limb: 'arm',
    positive: 'flexion',
    negative: 'extension',
    unit: 'deg',
  },
  {
    id: 'wrist-deviation',
    name: 'Wrist deviation',
    limb: 'arm',
    positive: 'radial',
    negative: 'ulnar',
    unit: 'deg',
  },
  { id: 'elbow', name: 'Elbow', limb: 'arm', positive: 'flexion', negative: 'extension', unit: 'deg' },
  {
    id: 'ankle',
    name: 'Ankle',
    limb: 'leg',
    positive: 'dorsiflexion',
    negative: 'plantarflexion',
    unit: 'deg',
  },
  {
    id: 'tibial-rotation',
    name: 'Tibial rotation',
    limb: 'leg',
    positive: 'internal',
    negative: 'external',
    unit: 'deg',
  },
  { id: 'knee', name: 'Knee', limb: 'leg', positive: 'flexion', negative: 'extension', unit: 'deg' },
  {
    id: 'femoral-rotation',
    name: 'Femoral rotation',
    limb: 'leg',
    positive: 'internal',
    negative: 'external',
    unit: 'deg',
  },
];

/** Look a degree of freedom up by id. */
export function dofById(id: DofId): DegreeOfFreedom {
  const found = degreesOfFreedom.find((dof) => dof.id === id);
  if (!found)
    throw new RangeError(
      `dofById: got ${id}, expected one of ${degreesOfFreedom.map((d) => d.id).join(', ')}`,
    );
  return found;
}
