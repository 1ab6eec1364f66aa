import { log } from '../../../ground/math/real.js';

/** Logarithm that stays finite on silence: arguments below the machine epsilon count as that. */
export function safeLog(value: number): number {
  return log(Math.max(Math.abs(value), Number.EPSILON));
}

/** a / b, and 0 where b is 0, as on a channel that is flat. */
export function ratio(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}
