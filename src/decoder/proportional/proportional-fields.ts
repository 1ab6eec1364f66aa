import { choice, flag, number, type GroupValue } from '../../ground/signal/field.js';

/** How fast a decided movement goes. */
export const proportionalFields = {
  enabled: flag({
    default: true,
    explain: 'Speed follows the strength of the contraction; without it every movement runs at full speed.',
    source: 'scheme-2014',
    live: 'block',
  }),
  map: choice({
    options: ['linear', 'quadratic', 'square-root', 'logistic'],
    default: 'linear',
    explain:
      'Shape from contraction strength to speed: quadratic is finer when slow, square root is quicker to start.',
    source: 'scheme-2014',
    live: 'block',
  }),
  minimumSpeedPercent: number({
    unit: '%',
    default: 0,
    min: 0,
    max: 100,
    step: 5,
    explain: 'Slowest speed of a decided movement, as a share of full speed.',
    live: 'block',
  }),
};

/** Values of {@link proportionalFields}. */
export type ProportionalSpec = GroupValue<typeof proportionalFields>;
