import type { Limb } from '../../ground/movement/degree-of-freedom.js';
import type { SourceRef } from '../../ground/sources/index.js';
import { choice, number, type GroupValue } from '../../ground/signal/field.js';

const radius = (explain: string, value: number, max: number, min = 0, assumption = false) =>
  number({ unit: 'mm', default: value, min, max, step: 0.5, explain, assumption, live: 'templates' });

const conductivity = (explain: string, source: SourceRef, value: number, min: number, max: number) =>
  number({ unit: 'S/m', default: value, min, max, step: 0.001, explain, source, live: 'templates' });

/**
 * Cross-section of the residual limb at the electrodes, as the surgeon and time have left it: a layered
 * cylinder, inside out stem, bone, muscle, fat, skin. Origin of angles: the front of the limb; of the axis:
 * the plane of the electrodes, distal positive.
 */
export const limbFields = {
  level: choice({
    options: ['transhumeral', 'transfemoral', 'transradial', 'forearm'],
    default: 'transhumeral',
    explain:
      'Where the limb was cut: upper arm, thigh or forearm; or the intact forearm of a volunteer. It names the limb; ' +
      'movements of another limb are pointed out.',
    live: 'person',
  }),
  stemRadiusMm: radius(
    'Radius of the titanium stem in the canal of the bone; 0 for a limb without implant.',
    5,
    12,
    0,
    true,
  ),
  boneRadiusMm: radius('Outer radius of the bone; 0 for none at this level.', 11, 30),
  muscleRadiusMm: radius('Outer radius of the muscle compartment.', 42, 120, 10),
  fatThicknessMm: radius(
    'Fat under the skin now, after thinning. The fat that was taken away is surgery.fatRemovedMm.',
    3,
    40,
  ),
  skinThicknessMm: radius('Thickness of the skin; 0 to leave it out.', 1.5, 5),
  skinState: choice({
    options: ['wet', 'dry'],
    default: 'wet',
    explain: 'Wet (gel, sweat) or dry skin: its conductivity is 0.43 or 0.0005 S/m.',
    source: 'gabriel-1996',
    live: 'templates',
  }),
  muscleAlongSPerM: conductivity('Conductivity of muscle along its fibres.', 'kangasmaa-2025', 0.56, 0.1, 2),
  muscleAcrossSPerM: conductivity(
    'Conductivity of muscle across its fibres.',
    'kangasmaa-2025',
    0.13,
    0.02,
    1,
  ),
  fatSPerM: conductivity('Conductivity of the fat under the skin.', 'gabriel-1996', 0.041, 0.005, 1),
  boneSPerM: conductivity(
    'Conductivity of bone: 0.0055 cortical, 0.021 cancellous.',
    ['akhtari-2002', 'gabriel-1996'],
    0.02,
    0.0005,
    0.5,
  ),
};

/** Values of {@link limbFields}. */
export type LimbSpec = GroupValue<typeof limbFields>;

/** Limb that is lost at a level, and the prosthesis stands for. */
export function limbOfLevel(level: LimbSpec['level']): Limb {
  return level === 'transfemoral' ? 'leg' : 'arm';
}
