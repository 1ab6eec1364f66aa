import type { SourceRef } from '../../ground/sources/index.js';
import { choice, flag, number, type GroupValue, type LiveClass } from '../../ground/signal/field.js';

const days = (explain: string, value: number, max: number, min = 1) =>
  number({ unit: 'days', default: value, min, max, explain, assumption: true });

const share = (explain: string, value: number, details: { live?: LiveClass; source?: SourceRef } = {}) =>
  number({ unit: '1', default: value, min: 0, max: 1, step: 0.01, explain, assumption: true, ...details });

/**
 * What the operation did and how far the limb has recovered since.
 *
 * Fat: `limb.fatThicknessMm` is what lies under the skin now; `fatRemovedMm` is what the surgeon took. Their
 * sum is the thickness before, so that no contradiction can be written, and `fatThinned: false` shows the
 * same limb with the removed fat still in place.
 */
export const surgeryFields = {
  daysSinceSurgery: number({
    unit: 'days',
    default: 365,
    min: 0,
    max: 7300,
    integer: true,
    explain:
      'Days since the operation: swelling goes, voluntary activation and nerves return, atrophy sets in.',
    assumption: true,
  }),
  fatThinned: flag({
    default: true,
    explain: 'Excess fat was removed at the end of the stump. Off shows the limb with that fat still there.',
    source: 'kuiken-2003',
    live: 'templates',
  }),
  fatRemovedMm: number({
    unit: 'mm',
    default: 6,
    min: 0,
    max: 40,
    step: 0.5,
    explain: 'Thickness of the fat that the surgeon removed.',
    source: 'kuiken-2003',
    live: 'templates',
  }),
  swellingMm: number({
    unit: 'mm',
    default: 6,
    min: 0,
    max: 30,
    step: 0.5,
    explain:
      'Swelling under the skin right after the operation: thickens that layer and makes it conduct better.',
    assumption: true,
    live: 'templates',
  }),
  swellingDays: days('Time in which the swelling falls to 37 %.', 21, 365),
  // That fixation decides atrophy is assumed: on people it is known to decide contracture (jaegers-1995).
  fixation: share(
    'Quality of the suture of muscle to bone, for all muscles; multiplies the fixation of each.',
    0.95,
    { source: 'jaegers-1995' },
  ),
  atrophyUnfixed: share('Cross-section that a cut muscle loses in the end when it is not fixed.', 0.6, {
    source: 'jaegers-1995',
  }),
  atrophyFixed: share('Cross-section that a cut muscle loses in the end when it is fixed perfectly.', 0.15, {
    source: 'jaegers-1995',
  }),
  atrophyBefore: share(
    'Cross-section that the cut muscles had lost before this operation, such as after years in a socket.',
    0,
    {
      source: 'jaegers-1995',
    },
  ),
  atrophyDays: days('Time in which 63 % of the atrophy has happened.', 120, 3650),
  activationLoss: share(
    'Voluntary activation lost right after the operation through pain and immobilisation.',
    0.4,
  ),
  activationDays: days('Time in which the lost activation falls to 37 %.', 30, 730),
  reinnervationDays: days(
    'Time in which a transferred nerve has reinnervated 63 % of its new muscle (TMR, RPNI).',
    130,
    1095,
  ),
  neuromasLeft: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 6,
    integer: true,
    explain:
      'Painful nerve ends not removed: guarding co-contraction and irregular bursts of activity, at their worst from four on.',
    source: 'dumanian-2019',
    assumption: true,
    live: 'block',
  }),
  nerveBlock: flag({
    default: false,
    explain:
      'Regional anaesthesia, a complete motor block: no voluntary EMG below the block, only artefacts and noise remain.',
    source: 'by-definition',
    live: 'block',
  }),
  anchor: choice({
    options: ['bone', 'socket'],
    default: 'bone',
    explain: 'What carries the prosthesis: a bone anchor, or a socket that moves and presses the electrodes.',
    source: 'ortiz-catalan-2014',
    assumption: true,
    live: 'block',
  }),
  pressFitStability: share(
    'Stability of the stem in the bone: a loose stem shakes the electrodes at every heel strike or tap.',
    0.95,
    { live: 'block' },
  ),
  stomaFriction: share(
    'Friction of skin on the abutment at the stoma: slow skin movement under electrodes nearby.',
    0.2,
    { live: 'block' },
  ),
  loadingPercent: number({
    unit: '%',
    default: 100,
    min: 0,
    max: 100,
    explain:
      'Load the prosthesis may carry at this stage of rehabilitation, of full body weight or arm load.',
    assumption: true,
    live: 'block',
  }),
};

/** Values of {@link surgeryFields}. */
export type SurgerySpec = GroupValue<typeof surgeryFields>;

/** An intact limb: nothing was cut and nothing has to heal. */
export const intactLimb: Partial<SurgerySpec> = {
  fatRemovedMm: 0,
  swellingMm: 0,
  fixation: 1,
  atrophyFixed: 0,
  atrophyUnfixed: 0,
  activationLoss: 0,
};
