import type { Activation } from '../intent/intent-state.js';
import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import { ConfigError } from '../../ground/signal/errors.js';

/**
 * Refuse live intent that means nothing.
 * @throws ConfigError naming the movement or strength, what is allowed and what to write instead
 */
export function checkActivations(activations: readonly Activation[], { ids }: Vocabulary): void {
  for (const { movement, strength } of activations) {
    if (!ids.includes(movement))
      throw new ConfigError(`movement: got ${String(movement)}, expected one of ${ids.join(', ')}`, {
        hint: 'Write for example { "movement": "hand-close", "strength": 0.3 }.',
      });
    if (!(strength >= 0 && strength <= 1))
      throw new ConfigError(`strength: got ${String(strength)}, expected a number within [0, 1]`, {
        hint: 'Strength is the fraction of the maximal voluntary contraction: 0.3 is 30 %.',
      });
  }
}
