import { LAST_SEED } from '../../ground/signal/random.js';
import { group, map, number, type GroupValue } from '../../ground/signal/field.js';
import { traitNames } from './traits.js';

/** Who it is. The scenario describes the typical person of a population; this picks one of it. */
export const personFields = {
  number: number({
    unit: '1',
    default: 0,
    min: 0,
    max: LAST_SEED,
    integer: true,
    explain:
      'Number of the person: anatomy and habits are drawn from it, whatever the seed. 0 is the typical person, exactly as the scenario says.',
  }),
  traits: map({
    keys: traitNames,
    value: number({
      unit: 'SD',
      default: 0,
      min: -4,
      max: 4,
      step: 0.1,
      explain: 'Deviation from the typical person, in standard deviations of the population.',
    }),
    default: {},
    explain: 'Traits that are known, in place of those drawn; what goes with them follows.',
  }),
};

/** Values of {@link personFields}. */
export type PersonSpec = GroupValue<typeof personFields>;

/** The person as a scenario field; `"person": 7` stands for its number. */
export const personField = {
  ...group('Who it is: one of the population that the scenario describes.', personFields),
  shorthand: 'number' as const,
  live: 'person' as const,
};
