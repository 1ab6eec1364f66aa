import { ratio, safeLog } from '../analysis/finite.js';
import type { PairKernel } from '../feature.js';
import { cos } from '../../../ground/math/real.js';

/**
 * Distances between channels drawn as phasors: channel c points at angle 2πc/C (electrodes around a limb) with the
 * length of its amplitude. For every pair, column 1 is log D and column 2 log(D / D′), D′ the distance between the
 * phasors of the differenced signal (Onay & Mert 2020). LibEMG rounds the angles to single precision.
 *
 * @param amplitudes of the channel in view: writes [of the signal, of its difference]
 */
export function phasorPairs(channels: number, amplitudes: (out: Float64Array) => void): PairKernel {
  const levels = new Float64Array(channels);
  const slopes = new Float64Array(channels);
  const pair = new Float64Array(2);
  const cosines = Float64Array.from({ length: channels }, (_, lag) => cos((2 * Math.PI * lag) / channels));
  const distance = (of: Float64Array, i: number, j: number): number =>
    // Law of cosines; rounding may leave a hair below 0.
    Math.sqrt(Math.max(0, of[i] * of[i] + of[j] * of[j] - 2 * of[i] * of[j] * cosines[j - i]));
  return {
    observe(channel) {
      amplitudes(pair);
      levels[channel] = pair[0];
      slopes[channel] = pair[1];
    },
    finish(out, at) {
      const pairs = (channels * (channels - 1)) / 2;
      let k = at;
      for (let i = 0; i < channels; i++)
        for (let j = i + 1; j < channels; j++, k++) {
          const d = distance(levels, i, j);
          out[k] = safeLog(d);
          out[k + pairs] = safeLog(ratio(d, distance(slopes, i, j)));
        }
    },
  };
}
