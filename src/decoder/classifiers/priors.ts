import { log } from '../../ground/math/real.js';
import type { ModelOptions } from '../model-fields.js';
import type { ModelReader } from './model-reader.js';

/** How likely classes are before a window is seen: as frequent as in training, or all alike. */
export type Priors = ModelOptions['priors'];

/** Log of how likely class k is beforehand. */
export function logPrior(priors: Priors, counts: ArrayLike<number>, k: number): number {
  if (priors === 'uniform') return -log(counts.length);
  let total = 0;
  for (let j = 0; j < counts.length; j++) total += counts[j];
  return log(counts[k] / total);
}

/** Priors of a saved model; models saved before there was a choice have those of the data. */
export function readPriors(reader: ModelReader): Priors {
  return reader.has('priors') ? reader.choice('priors', ['data', 'uniform']) : 'data';
}
