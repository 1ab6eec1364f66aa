import { atan } from './real.js';

/**
 * Value that |t| of Student's distribution does not exceed with a probability.
 * @param freedom degrees of freedom, a whole number from 1 on
 * @param probability between 0 and 1, such as 0.95
 * @example studentWithin(9, 0.95) // 2.262: the mean of ten people ± 2.262 standard errors
 */
export function studentWithin(freedom: number, probability: number): number {
  let low = 0;
  let high = 1;
  while (probabilityWithin(high, freedom) < probability) high *= 2;
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (probabilityWithin(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** Probability that |t| is at most `limit`: a finite series for whole degrees of freedom (Abramowitz & Stegun 26.7.3–4). */
function probabilityWithin(limit: number, freedom: number): number {
  const cosine2 = freedom / (freedom + limit * limit);
  const sine = limit / Math.sqrt(freedom + limit * limit);
  const odd = freedom % 2 === 1;
  let term = odd ? Math.sqrt(cosine2) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < freedom - 1; k += 2) {
    term *= ((k - 1) / k) * cosine2;
    sum += term;
  }
  return odd ? (atan(limit / Math.sqrt(freedom)) + sine * sum) / (Math.PI / 2) : sine * sum;
}
