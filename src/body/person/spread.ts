import { exp, log } from '../../ground/math/real.js';

/**
 * Factor of a person whose trait deviates by some standard deviations: log-normal with the typical value as its
 * median, so that nothing becomes negative.
 * @param percent coefficient of variation
 */
export function factorOf(percent: number, deviation: number): number {
  const cv = percent / 100;
  return exp(Math.sqrt(log(1 + cv * cv)) * deviation);
}

/** A share between 0 and 1 with its odds multiplied: it stays a share, and none or all stays what it is. */
export function oddsTimes(share: number, factor: number): number {
  return Math.min(1, (share * factor) / (1 + share * (factor - 1)));
}
