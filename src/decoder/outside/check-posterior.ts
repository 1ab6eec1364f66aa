import { ModelError } from '../../ground/signal/errors.js';

/**
 * A posterior from outside as probabilities that sum to 1.
 * @param from name of where it came from, for the error
 * @throws ModelError unless it has one finite number of at least 0 per class, and one above 0
 */
export function checkedPosterior(from: string, values: unknown, classes: number): Float64Array {
  const hint = `Return ${classes} probabilities, one per class in the order of the classes.`;
  if (!isNumberList(values))
    throw new ModelError(`${from}: got a posterior that is no list of numbers`, { hint });
  if (values.length !== classes)
    throw new ModelError(`${from}: got a posterior of ${values.length}, expected ${classes}`, { hint });
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const value: unknown = values[k];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new ModelError(
        `${from}: got ${String(value)} as probability of class ${k}, expected a finite number of at least 0`,
        { hint },
      );
    sum += value;
  }
  if (!(sum > 0)) throw new ModelError(`${from}: got a posterior of zeros`, { hint });
  return Float64Array.from(values, (value) => value / sum);
}

function isNumberList(values: unknown): values is ArrayLike<number> {
  return Array.isArray(values) || values instanceof Float64Array || values instanceof Float32Array;
}
