import { ModelError } from '../../ground/signal/errors.js';

/** Half the distance of a float to its nearest neighbour, as a share of it, at the least: 2^−25. */
const NEAR = 2.98e-8;

/**
 * A number as a constant of C: the shortest decimal that is read as the float nearest to it. It is nearer to that float
 * than half the way to any other, so that no compiler can round it elsewhere.
 * @throws ModelError for a number that no float can hold
 */
export function floatText(value: number): string {
  const float = Math.fround(value);
  if (!Number.isFinite(float))
    throw new ModelError(`export: got ${value} in the decoder, expected a number that a float can hold`, {
      hint: 'Train it on a signal in volts, or with standardised features (decoder.standardize).',
    });
  if (float === 0) return '0.0f';
  for (let digits = 1; digits < 9; digits++) {
    const text = float.toPrecision(digits);
    if (Math.abs(Number(text) - float) < NEAR * Math.abs(float) && Math.fround(Number(text)) === float)
      return literal(text);
  }
  return literal(float.toPrecision(9));
}

function literal(text: string): string {
  return `${/[.e]/.test(text) ? text : `${text}.0`}f`;
}
