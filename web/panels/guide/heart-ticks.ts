import { median } from '../../../src/ground/math/statistics.js';
import type { Stretch } from './observation.js';

/** A tick is this many times as high as what lies between ticks usually is. */
const OVER = 5;
/** A heart does not beat again within this time; what follows one beat belongs to it. */
const APART_S = 0.35;
const BIN_S = 0.02;

/** Short peaks that at least half of the channels share, per second of some stretches; NaN where those are none. */
export function ticksPerSecond(
  rows: readonly Float32Array[],
  stretches: readonly Stretch[],
  sampleRateHz: number,
): number {
  const bin = Math.max(1, Math.round(BIN_S * sampleRateHz));
  let [ticks, samples] = [0, 0];
  for (const { from, until } of stretches) {
    const bins = Math.floor((until - from) / bin);
    const heard = new Uint16Array(bins);
    for (const row of rows) {
      const heights = heightsOf(row, from, bin, bins);
      const usual = median(heights);
      heights.forEach((height, b) => {
        if (height > OVER * usual) heard[b] = (heard[b] ?? 0) + 1;
      });
    }
    let last = -Infinity;
    heard.forEach((channels, b) => {
      if (2 * channels < rows.length || (b - last) * bin < APART_S * sampleRateHz) return;
      ticks++;
      last = b;
    });
    samples += until - from;
  }
  return samples === 0 ? NaN : (ticks * sampleRateHz) / samples;
}

/** How far each bin leaves the middle of the stretch. */
function heightsOf(row: Float32Array, from: number, bin: number, bins: number): number[] {
  const middle = median(row.subarray(from, from + bin * bins));
  return Array.from({ length: bins }, (_, b) => {
    let most = 0;
    for (let i = from + b * bin; i < from + (b + 1) * bin; i++)
      most = Math.max(most, Math.abs((row[i] ?? middle) - middle));
    return most;
  });
}
