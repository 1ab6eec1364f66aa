import { ModelError } from '../../ground/signal/errors.js';

const NAN =
  'NaN comes of a division by zero, a logarithm of 0, or weights that grew beyond all bounds in training.';

/**
 * A posterior from outside as probabilities that sum to 1.
 * @param from name of where it came from, for the error
 * @param logitsHint what to do about negative numbers, which scores before softmax have
 * @throws ModelError unless it has one finite number of at least 0 per class, and one above 0
 */
export function checkedPosterior(
  from: string,
  values: unknown,
  classes: number,
  logitsHint = 'These look like logits: return their softmax, which is one probability per class.',
): Float64Array {
  const hint = `Return ${classes} probabilities, one per class in the order of the classes.`;
  if (!isNumberList(values))
    throw new ModelError(`${from}: got a posterior that is no list of numbers`, { hint });
  if (values.length !== classes)
    throw new ModelError(`${from}: got a posterior of ${values.length}, expected ${classes}`, { hint });
  // NaN is named before anything that may come of it.
  const nan = Array.from(values).findIndex(Number.isNaN);
  if (nan >= 0) throw new ModelError(`${from}: got NaN as probability of class ${nan}`, { hint: NAN });
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const value: unknown = values[k];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw new ModelError(
        `${from}: got ${String(value)} as probability of class ${k}, expected a finite number of at least 0`,
        { hint: typeof value === 'number' && value < 0 ? logitsHint : hint },
      );
    sum += value;
  }
  if (!(sum > 0)) throw new ModelError(`${from}: got a posterior of zeros`, { hint });
  if (!Number.isFinite(sum))
    throw new ModelError(`${from}: got a posterior whose sum is not finite`, { hint });
  return Float64Array.from(values, (value) => value / sum);
}

function isNumberList(values: unknown): values is ArrayLike<number> {
  return Array.isArray(values) || values instanceof Float64Array || values instanceof Float32Array;
}
