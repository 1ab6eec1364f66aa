import {
  list,
  map,
  type ChoiceField,
  type Field,
  type ListField,
  type MapField,
  type Of,
} from '../signal/field.js';
import { movementIds, type MovementId } from './movement.js';

/** Describe a movement, named by its id: of the vocabulary, or of the scenario's own. */
export const movement = (
  field: Omit<Of<ChoiceField<MovementId>>, 'options' | 'open' | 'default'>,
): ChoiceField<MovementId> => ({
  kind: 'choice',
  options: movementIds,
  open: true,
  default: 'rest',
  ...field,
});

/** Describe a list of movements; the vocabulary with all that a scenario may add fits in. */
export const movementList = (
  item: Parameters<typeof movement>[0],
  field: Omit<Of<ListField>, 'item' | 'minItems' | 'maxItems' | 'default'> & {
    readonly default: readonly MovementId[];
  },
): ListField<ChoiceField<MovementId>> => list({ item: movement(item), minItems: 1, maxItems: 64, ...field });

/** Describe a value for each of some movements. */
export const perMovement = <F extends Field>(field: Omit<Of<MapField<F>>, 'keys' | 'open'>): MapField<F> =>
  map({ keys: movementIds, open: true, ...field });
