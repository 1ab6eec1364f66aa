import { ConfigError, StreamError } from '../ground/signal/errors.js';
import type { Basis } from './learning.js';

/**
 * The same recordings, of which the decoder is to learn these classes; those of others are kept, to be taken back.
 * @param basis what the running decoder learned from
 * @throws StreamError where that is not known
 * @throws ConfigError for a class that was not recorded, or fewer than two
 */
export function chosenBasis(basis: Basis | undefined, classes: readonly string[]): Basis {
  if (!basis)
    throw new StreamError('setClasses: the decoder was read from a file, so its recordings are unknown', {
      field: 'classes',
      hint: 'Send {"op":"calibrate"} first.',
    });
  const all = [...basis.recordings, ...(basis.leftOut ?? [])];
  const known = [...new Set(all.map(({ label }) => label))];
  const strange = classes.find((label) => !known.includes(label));
  if (strange !== undefined)
    throw new ConfigError(`setClasses: got ${strange}, of which nothing was recorded`, {
      field: 'classes',
      hint: `Recorded are ${known.join(', ')}; record another by {"op":"retryClass"}.`,
    });
  if (new Set(classes).size < 2)
    throw new ConfigError(`setClasses: got ${classes.join(', ') || 'no class'}, expected two or more`, {
      field: 'classes',
      hint: `Write some of ${known.join(', ')}.`,
    });
  return {
    ...basis,
    recordings: all.filter(({ label }) => classes.includes(label)),
    leftOut: all.filter(({ label }) => !classes.includes(label)),
  };
}
