import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';

/** Smallest and largest value of each of some columns of a stretch of a channel, in µV; NaN where nothing is held. */
export function boundsOf(
  ring: RingBuffer,
  channel: number,
  from: number,
  length: number,
  columns: number,
): { readonly low: number[]; readonly high: number[] } {
  const low: number[] = [];
  const high: number[] = [];
  for (let column = 0; column < columns; column++) {
    const until = from + Math.floor(((column + 1) * length) / columns);
    let least = NaN;
    let most = NaN;
    for (let i = from + Math.floor((column * length) / columns); i < until; i++) {
      const uv = 1e6 * ring.at(channel, i);
      if (Number.isNaN(uv)) continue;
      least = uv < least || Number.isNaN(least) ? uv : least;
      most = uv > most || Number.isNaN(most) ? uv : most;
    }
    low.push(least);
    high.push(most);
  }
  return { low, high };
}
