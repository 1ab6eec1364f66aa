import { dofIds } from '../../ground/movement/degree-of-freedom.js';
import { choice, list, number, type GroupValue } from '../../ground/signal/field.js';

/** Two-site direct control: one muscle opens, its antagonist closes, both together switch the joint. */
export const directControlFields = {
  siteA: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 256,
    integer: true,
    explain:
      'Channel (counted from 1) that drives the positive direction; 0 chooses it from the training data.',
    live: 'decoder',
  }),
  siteB: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 256,
    integer: true,
    explain:
      'Channel (counted from 1) that drives the negative direction; 0 chooses it from the training data.',
    live: 'decoder',
  }),
  onPercent: number({
    unit: '%',
    default: 25,
    min: 1,
    max: 100,
    step: 1,
    explain: 'Amplitude, from rest (0 %) to the strongest of training (100 %), at which a site switches on.',
    assumption: true,
    live: 'block',
  }),
  offPercent: number({
    unit: '%',
    default: 15,
    min: 0,
    max: 100,
    step: 1,
    explain: 'Amplitude below which a site that is on switches off again (hysteresis).',
    assumption: true,
    live: 'block',
  }),
  coContractionPercent: number({
    unit: '%',
    default: 40,
    min: 1,
    max: 100,
    step: 1,
    explain: 'Amplitude that both sites must reach together to switch to the next joint.',
    assumption: true,
    live: 'block',
  }),
  coContractionMs: number({
    unit: 'ms',
    default: 150,
    min: 20,
    max: 1000,
    step: 10,
    explain: 'How long both sites must stay above the co-contraction threshold.',
    assumption: true,
    live: 'block',
  }),
  joints: list({
    item: choice({
      options: dofIds,
      default: 'hand',
      explain: 'A joint that can be made active.',
      live: 'decoder',
    }),
    minItems: 1,
    maxItems: dofIds.length,
    default: ['hand', 'wrist-rotation', 'elbow'],
    explain: 'Joints that co-contraction steps through, in this order.',
    live: 'decoder',
  }),
};

export type DirectControlSpec = GroupValue<typeof directControlFields>;
