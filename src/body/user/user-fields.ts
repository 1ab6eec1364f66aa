import { number, type GroupValue } from '../../ground/signal/field.js';

/** Description of the simulated user: what is seen, how late, and what is done about it. */
export const userFields = {
  visualDelayMs: number({
    unit: 'ms',
    default: 200,
    min: 0,
    max: 1000,
    explain: 'Time until a movement of the prosthesis is seen.',
    source: 'saunders-2005',
    live: 'block',
  }),
  contactDelayBoneMs: number({
    unit: 'ms',
    default: 110,
    min: 0,
    max: 1000,
    explain:
      'Time until a touch, or the end of a joint’s range, is felt where the prosthesis is anchored in bone.',
    source: ['haggstrom-2013', 'clemente-2017'],
    assumption: true,
    live: 'block',
  }),
  contactDelaySocketMs: number({
    unit: 'ms',
    default: 180,
    min: 0,
    max: 1000,
    explain: 'The same in a socket: soft tissue damps the knock.',
    assumption: true,
    live: 'block',
  }),
  decisionIntervalMs: number({
    unit: 'ms',
    default: 250,
    min: 20,
    max: 2000,
    explain: 'Time between corrections: a person does not change their mind at every frame.',
    source: 'gawthrop-2011',
    live: 'block',
  }),
  strengthPercent: number({
    unit: '% MVC',
    default: 40,
    min: 5,
    max: 100,
    explain: 'Strength used for a large error.',
    assumption: true,
    live: 'block',
  }),
  fineStrengthPercent: number({
    unit: '% MVC',
    default: 20,
    min: 2,
    max: 100,
    explain: 'Strength used for a small error.',
    assumption: true,
    live: 'block',
  }),
  fineErrorDeg: number({
    unit: 'deg',
    default: 20,
    min: 1,
    max: 180,
    explain: 'Error below which the user slows down (% of closing for a hand).',
    assumption: true,
    live: 'block',
  }),
  patienceMs: number({
    unit: 'ms',
    default: 1500,
    min: 100,
    max: 20000,
    explain: 'Time without progress after which the user lets go and tries again.',
    assumption: true,
    live: 'block',
  }),
};

export type UserSpec = GroupValue<typeof userFields>;
