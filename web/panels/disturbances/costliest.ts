import type { DialResult } from './dial-comparison.js';

/** The disturbance without which most more is right, by at least a point of a hundred; undefined where none is. */
export function costliest(
  results: readonly DialResult[],
): { readonly dial: string; readonly gain: number } | undefined {
  const base = results.find(({ dial }) => dial === undefined)?.share ?? NaN;
  const gains = results.flatMap(({ dial, share }) => (dial ? [{ dial, gain: share - base }] : []));
  return gains.filter(({ gain }) => gain >= 0.01).sort((a, b) => b.gain - a.gain)[0];
}
