import { checkedMovements, type OwnMovement } from './own-movements.js';
import { commonVocabulary, Vocabulary } from './vocabulary.js';

const known = new WeakMap<readonly OwnMovement[], Vocabulary>();

/**
 * The vocabulary of a scenario.
 * @throws ConfigError where its own movements contradict each other or the vocabulary
 */
export function vocabularyOf({ movements }: { readonly movements: readonly OwnMovement[] }): Vocabulary {
  if (movements.length === 0) return commonVocabulary;
  let vocabulary = known.get(movements);
  if (!vocabulary) known.set(movements, (vocabulary = new Vocabulary(checkedMovements(movements))));
  return vocabulary;
}
