import { exp, log } from './real.js';

/**
 * Where the expectation of a count lies with a confidence, exactly: the expectations under which so few, or so many,
 * would be as rare as half of what is left over (Garwood's interval).
 * @param count events that were counted, a whole number from 0 on
 * @param confidence between 0 and 1, such as 0.95
 * @example poissonInterval(3, 0.95) // { low: 0.619, high: 8.767 }
 */
export function poissonInterval(count: number, confidence: number): { low: number; high: number } {
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : expectationWith((mean) => 1 - atMost(count - 1, mean) >= tail),
    high: expectationWith((mean) => atMost(count, mean) <= tail),
  };
}

/** The smallest expectation from which on something holds. */
function expectationWith(holds: (mean: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (!holds(high)) high *= 2;
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Probability of at most so many events where `mean` are expected. */
function atMost(count: number, mean: number): number {
  let logarithm = -mean;
  let sum = exp(logarithm);
  for (let n = 1; n <= count; n++) {
    logarithm += log(mean / n);
    sum += exp(logarithm);
  }
  return sum;
}
